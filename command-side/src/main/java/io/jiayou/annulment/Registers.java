package io.jiayou.annulment;

import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.command.Aggregates;
import io.jiayou.command.Shells;
import io.jiayou.rules.Rule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the slices reach the one register. */
@Configuration(proxyBeanMethods = false)
public class Registers {

    @Bean
    public static Aggregates<RegisterAggregate, Register, AnnulmentEvent> registerShells(EventStore events) {
        return new Aggregates<>(
                events,
                Shells.ofFacts(RegisterAggregate.class, RegisterAggregate::new, AnnulmentEvent.class),
                Rule.NOTHING_STOPPED_THERE,
                Rule.NOTHING_STOPPED_THERE);
    }
}
