package io.jiayou.http;

import java.util.Objects;
import org.springframework.beans.factory.HierarchicalBeanFactory;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** Management on a port of its own stands behind the same filters, in the same order: it's a server of its own, which would have none. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementBorder {

    @Bean(destroyMethod = "")
    CorrelationFilter correlationFilter(HierarchicalBeanFactory management) {
        return applications(management, CorrelationFilter.class);
    }

    @Bean(destroyMethod = "")
    AnswerHeaders answerHeaders(HierarchicalBeanFactory management) {
        return applications(management, AnswerHeaders.class);
    }

    @Bean(destroyMethod = "")
    HeaderLimit headerLimit(HierarchicalBeanFactory management) {
        return applications(management, HeaderLimit.class);
    }

    @Bean(destroyMethod = "")
    BodyLimit bodyLimit(HierarchicalBeanFactory management) {
        return applications(management, BodyLimit.class);
    }

    @Bean(destroyMethod = "")
    ReadableHeaders readableHeaders(HierarchicalBeanFactory management) {
        return applications(management, ReadableHeaders.class);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTheServer() {
        return HttpConfiguration.problems();
    }

    private static <T> T applications(HierarchicalBeanFactory management, Class<T> filter) {
        return Objects.requireNonNull(management.getParentBeanFactory()).getBean(filter);
    }
}
