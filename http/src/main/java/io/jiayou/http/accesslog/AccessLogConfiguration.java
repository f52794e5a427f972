package io.jiayou.http.accesslog;

import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An access log, where somebody has named its file. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("jiayou.access-log.file")
public class AccessLogConfiguration {

    @Bean
    RotatingFile accessLogFile(@Value("${jiayou.access-log.file}") Path file, Bounds bounds) {
        try {
            return RotatingFile.open(file, bounds.get(Bound.ACCESS_LOG_SIZE));
        } catch (IOException e) {
            throw new IllegalStateException("jiayou.access-log.file can't be written: " + file, e);
        }
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> accessLog(RotatingFile accessLogFile) {
        return logging(accessLogFile);
    }

    static WebServerFactoryCustomizer<TomcatWebServerFactory> logging(RotatingFile file) {
        return server -> server.addEngineValves(new AccessLogValve(file));
    }
}
