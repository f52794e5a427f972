package io.jiayou.http.accesslog;

import java.util.Objects;
import org.springframework.beans.factory.HierarchicalBeanFactory;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** Management on a port of its own writes to the same file. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnProperty("jiayou.access-log.file")
class ManagementAccessLog {

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> accessLog(HierarchicalBeanFactory management) {
        return AccessLogConfiguration.logging(
                Objects.requireNonNull(management.getParentBeanFactory()).getBean(RotatingFile.class));
    }
}
