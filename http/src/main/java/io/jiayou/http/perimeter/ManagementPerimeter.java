package io.jiayou.http.perimeter;

import io.jiayou.http.bounds.Bounds;
import java.util.Objects;
import org.springframework.beans.factory.HierarchicalBeanFactory;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** The border before management, where that has a port of its own: one list of addresses, one count of what each has sent. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementPerimeter {

    @Bean(destroyMethod = "")
    ForwardedAddress forwardedAddress(HierarchicalBeanFactory management) {
        return applications(management, ForwardedAddress.class);
    }

    @Bean(destroyMethod = "")
    BorderWatch borderWatch(HierarchicalBeanFactory management) {
        return applications(management, BorderWatch.class);
    }

    @Bean(destroyMethod = "")
    AddressGate addressGate(HierarchicalBeanFactory management) {
        return applications(management, AddressGate.class);
    }

    @Bean(destroyMethod = "")
    ActorLimit actorLimit(HierarchicalBeanFactory management) {
        return applications(management, ActorLimit.class);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> boundedConnections(Bounds bounds, PerimeterSettings settings) {
        return PerimeterConfiguration.bounded(bounds.ofManagement(), settings);
    }

    private static <T> T applications(HierarchicalBeanFactory management, Class<T> filter) {
        return Objects.requireNonNull(management.getParentBeanFactory()).getBean(filter);
    }
}
