package io.jiayou.trials;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Left out of the usual build, visibly; {@code -Djiayou.slow=true} runs it. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "jiayou.slow", matches = "true", disabledReason = "takes long: -Djiayou.slow=true")
public @interface Slow {}
