package io.jiayou.values;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a component of an event, or of a value inside one, may hold. Moments need no mark: unless one names another limit
 * they have {@link Limit#TIME}. On a list it's the limit of each entry.
 *
 * <p>Decisions are held to it, reading isn't: what was stored before a limit stays readable.
 */
@Documented
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Limited {
    Limit value();

    /** How many entries a list has at most; it has at least one. */
    int entries() default 0;
}
