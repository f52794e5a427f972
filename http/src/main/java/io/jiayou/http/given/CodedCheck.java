package io.jiayou.http.given;

import io.jiayou.http.ReadersLanguage;
import io.jiayou.rules.Detail;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Made by the validator, by its name. */
public final class CodedCheck implements ConstraintValidator<Coded, String> {

    private List<String> codes = List.of();

    @Override
    public void initialize(Coded coded) {
        codes = codes(coded);
    }

    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
        if (code == null || codes.contains(code)) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(
                        Detail.of("one of {0} is expected", codes).in(ReadersLanguage.current()))
                .addConstraintViolation();
        return false;
    }

    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All that may be given. */
    public static List<String> codes(Coded coded) {
        List<String> codes = new ArrayList<>(Arrays.stream(coded.value().getEnumConstants())
                .map(CodedCheck::code)
                .toList());
        for (String other : coded.but()) {
            if (!codes.remove(other)) {
                throw new IllegalStateException(other + " is no code of " + coded.value());
            }
        }
        return List.copyOf(codes);
    }
}
