package io.jiayou.http;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of texts as people and JSON Schema count them, in code points: a character beyond the first 65,536, such as a rare
 * surname's or an emoji, is one and not two.
 */
final class CodePoints {

    private CodePoints() {}

    /** Lets {@link Size} count so. */
    static void count(HibernateValidatorConfiguration validation) {
        ConstraintMapping mapping = validation.createConstraintMapping();
        mapping.constraintDefinition(Size.class)
                .includeExistingValidators(false)
                .validatedBy(OfText.class)
                .validatedBy(OfCollection.class);
        validation.addMapping(mapping);
    }

    private static boolean isWithin(Size size, int length) {
        return size.min() <= length && length <= size.max();
    }

    /** Made by the validator, by its name. */
    public static final class OfText implements ConstraintValidator<Size, CharSequence> {

        private @Nullable Size size;

        @Override
        public void initialize(Size given) {
            size = given;
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || size == null || isWithin(size, Character.codePointCount(text, 0, text.length()));
        }
    }

    /** Made by the validator, by its name. */
    public static final class OfCollection implements ConstraintValidator<Size, Collection<?>> {

        private @Nullable Size size;

        @Override
        public void initialize(Size given) {
            size = given;
        }

        @Override
        public boolean isValid(@Nullable Collection<?> entries, ConstraintValidatorContext context) {
            return entries == null || size == null || isWithin(size, entries.size());
        }
    }
}
