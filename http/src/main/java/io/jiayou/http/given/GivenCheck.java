package io.jiayou.http.given;

import io.jiayou.http.ReadersLanguage;
import io.jiayou.rules.Detail;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Made by the validator, by its name. */
public final class GivenCheck implements ConstraintValidator<Given, Object> {

    /** No kind of text that may be left out is shorter. */
    public static final int LONGEST_BLANK = 64;

    private @Nullable Given given;

    @Override
    public void initialize(Given annotation) {
        given = annotation;
    }

    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
        Detail objection = value == null || given == null || given.blank() && isBlank(value)
                ? null
                : given.value().objection(value);
        if (objection == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(literal(objection.in(ReadersLanguage.current())))
                .addConstraintViolation();
        return false;
    }

    private static boolean isBlank(Object value) {
        return value instanceof String text && text.isBlank() && text.length() <= LONGEST_BLANK;
    }

    /** Templates give these characters a meaning. */
    private static String literal(String text) {
        return text.replaceAll("[\\\\{}$]", "\\\\$0");
    }
}
