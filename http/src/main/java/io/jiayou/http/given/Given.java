package io.jiayou.http.given;

import io.jiayou.values.Limit;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What kind of value a field of a body, an entry of a list or a parameter is. The request is held to it as it's
 * {@linkplain Limit#objection given}, and its {@linkplain Limit#shape shape} stands in the API's document.
 */
@Documented
@Constraint(validatedBy = GivenCheck.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Given {
    Limit value();

    /** Whether a blank text may stand for none. */
    boolean blank() default false;

    /** Not used: what stands against a value is said in the reader's language. */
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
