package io.jiayou.http;

import io.jiayou.http.bounds.Bounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointProperties;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What each side imports into its application. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, NoNullBodies.class, PlainParameters.class, ErrorEndpoint.class})
public class HttpConfiguration {

    @Bean
    Bounds bounds(Environment settings) {
        return Bounds.of(settings);
    }

    @Bean
    ValidationConfigurationCustomizer lengthsInCodePoints() {
        return validation -> CodePoints.count((HibernateValidatorConfiguration) validation);
    }

    @Bean
    CorrelationFilter correlationFilter() {
        return new CorrelationFilter();
    }

    @Bean
    BodyLimit bodyLimit(
            Bounds bounds,
            @Value("${jiayou.http.import-limit:64MB}") DataSize importLimit,
            JsonMapper json,
            LocaleResolver localeResolver) {
        return new BodyLimit(bounds, importLimit.toBytes(), new ProblemWriter(json, localeResolver));
    }

    @Bean
    AnswerHeaders answerHeaders() {
        return new AnswerHeaders();
    }

    @Bean
    HeaderLimit headerLimit(
            @Value("${jiayou.http.header-limit:8KB}") DataSize limit, JsonMapper json, LocaleResolver localeResolver) {
        return new HeaderLimit(limit.toBytes(), new ProblemWriter(json, localeResolver));
    }

    @Bean
    ReadableHeaders readableHeaders(JsonMapper json, LocaleResolver localeResolver) {
        return new ReadableHeaders(new ProblemWriter(json, localeResolver));
    }

    @Bean
    OtherOrigins otherOrigins(
            @Value("${jiayou.http.cors-origins:}") List<String> origins,
            JsonMapper json,
            LocaleResolver localeResolver) {
        return new OtherOrigins(origins, new ProblemWriter(json, localeResolver));
    }

    @Bean
    RefusalsForOtherOrigins refusalsForOtherOrigins(
            @Value("${jiayou.http.cors-origins:}") Set<String> origins,
            JsonMapper json,
            LocaleResolver localeResolver) {
        return new RefusalsForOtherOrigins(origins, new ProblemWriter(json, localeResolver));
    }

    @Bean
    LocaleResolver localeResolver() {
        return new AcceptedLanguage();
    }

    /** Has no order and so comes after Boot's own, which it replaces. */
    @Bean
    StrictBodies strictBodies(JsonMapper json) {
        return new StrictBodies(json);
    }

    @Bean
    WebMvcConfigurer strictQueries(ObjectProvider<MoreParameters> more) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new StrictQueries(more)).order(StrictQueries.FIRST);
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTheServer() {
        return problems();
    }

    static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problems() {
        return server -> server.addContextCustomizers(context -> ProblemValve.replaceIn(context.getParent()));
    }

    @Bean
    HealthForStrangers healthForStrangers(
            HealthContributorRegistry contributors, HealthEndpointGroups groups, HealthEndpointProperties properties) {
        return new HealthForStrangers(
                contributors, groups, properties.getLogging().getSlowIndicatorThreshold());
    }

    /** For monitoring that knows nothing but metrics. */
    @Bean
    MeterBinder readiness(ObjectProvider<HealthEndpoint> health) {
        return registry -> Gauge.builder("jiayou.ready", health, it -> isReady(it.getObject()) ? 1 : 0)
                .description("1 while requests may be sent to this node")
                .register(registry);
    }

    private static boolean isReady(HealthEndpoint health) {
        HealthDescriptor readiness = health.healthForPath("readiness");
        return readiness != null && readiness.getStatus().equals(Status.UP);
    }

    @Bean(initMethod = "install")
    LogBudget logBudget(Bounds bounds) {
        return new LogBudget(bounds, System::nanoTime);
    }
}
