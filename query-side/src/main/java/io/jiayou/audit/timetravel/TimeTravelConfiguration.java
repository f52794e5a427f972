package io.jiayou.audit.timetravel;

import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TimeTravelConfiguration {

    @Bean
    TimeTravel timeTravel(EventStore events) {
        return new TimeTravel(events, Clock.systemUTC());
    }
}
