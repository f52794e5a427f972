package io.jiayou.audit.personal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text of a view that is kept sealed, as the event has it, and opened only while it's written into an answer: if it comes
 * out of one of these events, and is of the person whose document it stands in, see {@link OfPerson}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD})
public @interface Opened {

    /** The events that the text may come from. */
    Class<?>[] from();

    /** The personal component of these events. */
    String field();
}
