package io.jiayou.http.given;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The stable code of a constant, in lower case and with dashes: {@code head-office}. All codes stand in the API's document. */
@Documented
@Constraint(validatedBy = CodedCheck.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Coded {
    Class<? extends Enum<?>> value();

    /** Codes that can't be given here. */
    String[] but() default {};

    /** Not used: which codes there are is said in the reader's language. */
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
