package io.jiayou.http;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** What each side imports into its application. */
@Configuration(proxyBeanMethods = false)
@Import(ProblemAdvice.class)
public class HttpConfiguration {

    @Bean
    CorrelationFilter correlationFilter() {
        return new CorrelationFilter();
    }

    @Bean
    BodyLimit bodyLimit(
            @Value("${jiayou.http.body-limit:64KB}") DataSize limit,
            @Value("${jiayou.http.import-limit:64MB}") DataSize importLimit,
            JsonMapper json) {
        return new BodyLimit(limit.toBytes(), importLimit.toBytes(), json);
    }
}
