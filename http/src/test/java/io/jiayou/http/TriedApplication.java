package io.jiayou.http;

import io.jiayou.http.access.AccessConfiguration;
import io.jiayou.http.accesslog.AccessLogConfiguration;
import io.jiayou.http.caching.CachingConfiguration;
import io.jiayou.http.computing.ComputingConfiguration;
import io.jiayou.http.document.ApiDocument;
import io.jiayou.http.lasting.LastingConfiguration;
import io.jiayou.http.perimeter.PerimeterConfiguration;
import jakarta.servlet.Filter;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** An application that has nothing but what this module gives. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    HttpConfiguration.class,
    ApiDocument.class,
    AccessConfiguration.class,
    PerimeterConfiguration.class,
    LastingConfiguration.class,
    ComputingConfiguration.class,
    CachingConfiguration.class,
    AccessLogConfiguration.class,
    Tried.class
})
public class TriedApplication {

    @Bean
    EventStore eventStore() {
        return EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
    }

    /** As if an interceptor read it. */
    @Bean
    MoreParameters moreParameters() {
        return endpoint -> endpoint.getMethod().getName().equals("found") ? List.of("since") : List.of();
    }

    /** Fails before any endpoint is reached. */
    @Bean
    FilterRegistrationBean<Filter> faultyFilter() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            throw new IllegalStateException("a filter with a secret: 13800138000");
        });
        filter.addUrlPatterns("/filtered");
        return filter;
    }
}
