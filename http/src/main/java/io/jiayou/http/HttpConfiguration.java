package io.jiayou.http;

import io.jiayou.http.bounds.Bounds;
import java.util.List;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** What each side imports into its application. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ErrorEndpoint.class, ApiDescription.class})
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
    OtherOrigins otherOrigins(@Value("${jiayou.http.cors-origins:}") List<String> origins) {
        return new OtherOrigins(origins);
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
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTheServer() {
        return problems();
    }

    static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problems() {
        return server -> server.addContextCustomizers(context -> ProblemValve.replaceIn(context.getParent()));
    }

    @Bean(initMethod = "install")
    LogBudget logBudget(Bounds bounds) {
        return new LogBudget(bounds, System::nanoTime);
    }
}
