package io.jiayou.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test of the whole command side over HTTP, on the embedded event store. With {@code -Djiayou.test.axon-server=true}
 * and {@code JIAYOU_AXON_SERVERS} it runs on Axon Server instead, which may hold events already: tests use ids and phone
 * numbers that nobody had before.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {CommandSide.class, EmbeddedEvents.class, SecretsOnMongo.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=command-side",
            "jiayou.axon-server=${jiayou.test.axon-server:false}",
            "jiayou.access=open",
            "jiayou.master-key=ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=",
            "jiayou.identifier-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
        })
@interface OnTheCommandSide {}
