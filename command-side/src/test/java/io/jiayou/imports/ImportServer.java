package io.jiayou.imports;

import io.jiayou.command.CommandSide;
import io.jiayou.command.EmbeddedEvents;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;

/** A command side of its own for each test class: on an empty event store, reached by HTTP. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {CommandSide.class, EmbeddedEvents.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=command-side",
            "jiayou.axon-server=false",
            "jiayou.access=open",
            "jiayou.privacy.sealing=off",
            "jiayou.identifier-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
        })
@DirtiesContext
public @interface ImportServer {}
