package io.jiayou.personal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text of an event that says something about a person: it's stored sealed under that person's key, so that the
 * person can be erased where the event can't. Only texts of the event itself can be marked, none of its parts.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Personal {

    /** The components that name the person; the first one that isn't absent does. */
    String[] of() default "driverId";
}
