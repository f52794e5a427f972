package io.jiayou.http.given;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What has to hold between the members of a body, for its schema: which of them exclude one another, which needs another. The
 * body itself is held to it where its values are made.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AlsoHolds {

    /** Conditions of a schema in JSON: {@code {"if": {"required": ["total"]}, "then": {"required": ["currency"]}}}. */
    String value();
}
