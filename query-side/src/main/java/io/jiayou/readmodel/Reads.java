package io.jiayou.readmodel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the read models that an endpoint answers from. A request that carries the {@code version} of a command's
 * answer waits until they have seen it; one that carries the name of a {@code past} is answered from that.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Reads {

    /** The header of every answer that says up to which position of the event store it shows everything. */
    String POSITION = "Jiayou-Position";

    /**
     * The header of an answer whose document stands still: the position of the event that it can't take. The answer is
     * the document as it was before that event.
     */
    String STOPPED_AT = "Jiayou-Stopped-At";

    /** The header of an answer of many documents of which some miss events: the position of the first one missed. */
    String INCOMPLETE = "Jiayou-Incomplete";

    Class<? extends ReadModel<?>>[] value();

    /** Whether the endpoint also answers from a past, since all it shows is in these documents. */
    boolean past() default true;
}
