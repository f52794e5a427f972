package io.jiayou.http.lasting;

import io.jiayou.http.access.EndedSessions;
import io.jiayou.http.access.Right;
import io.jiayou.http.perimeter.AddressList;
import io.jiayou.http.perimeter.AddressListKeeper;
import io.jiayou.http.perimeter.AtTheTerminal;
import java.time.InstantSource;
import java.util.function.Predicate;
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
        Predicate<Right> letsIn =
                right -> addresses.letsIn(right.from()) || AtTheTerminal.isWhereFrom(right.caller(), right.from());
        return new Lasting(ended, letsIn, settings.perActor(), perNode, InstantSource.system());
    }

    @Bean(initMethod = "start")
    EndsTail endsTail(EventStore events, EndedSessions ended, Lasting lasting, AddressListKeeper addresses) {
        Ends ends = new Ends(ended, addresses::look);
        return new EndsTail(events, ends, ended, lasting, InstantSource.system());
    }
}
