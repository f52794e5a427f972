package io.jiayou.http.lasting;

import io.jiayou.http.access.EndedSessions;
import io.jiayou.http.perimeter.AddressList;
import io.jiayou.http.perimeter.AddressListKeeper;
import java.time.InstantSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What ends rights on a node, the same for both sides; it expects an event store. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LastingSettings.class)
public class LastingConfiguration {

    @Bean
    Lasting lasting(EndedSessions ended, AddressList addresses, LastingSettings settings) {
        int perNode = settings.most(Runtime.getRuntime().maxMemory());
        return new Lasting(ended, addresses::letsIn, settings.perActor(), perNode, InstantSource.system());
    }

    @Bean(initMethod = "start")
    EndsTail endsTail(EventStore events, EndedSessions ended, Lasting lasting, AddressListKeeper addresses) {
        Ends ends = new Ends(ended, addresses::look);
        return new EndsTail(events, ends, ended, lasting, InstantSource.system());
    }
}
