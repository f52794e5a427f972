package io.jiayou.metadata;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision under which an event is stored. Neither follows the class: classes may be renamed, what is
 * stored may not. A change of an event's form needs a new revision and an upcaster from the one before.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface StoredAs {

    /** Lower case with dots between context and event: {@code order.placed}. */
    String value();

    int revision() default 1;
}
