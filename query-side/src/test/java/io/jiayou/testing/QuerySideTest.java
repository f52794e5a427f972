package io.jiayou.testing;

import io.jiayou.query.EmbeddedStores;
import io.jiayou.query.QuerySide;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The query side on the embedded stores, serving on a free port. All tests share one, so each uses ids of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {QuerySide.class, EmbeddedStores.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=query-side",
            "jiayou.axon-server=false",
            "jiayou.access=open",
            "jiayou.privacy.sealing=off"
        })
@Import(Api.class)
public @interface QuerySideTest {}
