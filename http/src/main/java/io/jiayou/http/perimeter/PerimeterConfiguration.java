package io.jiayou.http.perimeter;

import io.github.bucket4j.TimeMeter;
import io.jiayou.http.ProblemWriter;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** The border of an application, the same for both sides; it expects an event store, which keeps the list of addresses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PerimeterSettings.class)
public class PerimeterConfiguration {

    @Bean
    AddressList addressList() {
        return new AddressList();
    }

    @Bean(initMethod = "start")
    AddressListKeeper addressListKeeper(EventStore events, AddressList list, PerimeterSettings settings) {
        return new AddressListKeeper(events, list, settings.lookEvery());
    }

    @Bean
    Sightings sightings() {
        return new Sightings(Instant.now());
    }

    @Bean
    BorderWatch borderWatch(Sightings sightings) {
        return new BorderWatch(sightings, Clock.systemUTC());
    }

    @Bean
    ForwardedAddress forwardedAddress(PerimeterSettings settings) {
        return new ForwardedAddress(settings);
    }

    @Bean
    AddressGate addressGate(
            AddressList list, PerimeterSettings settings, JsonMapper json, LocaleResolver localeResolver) {
        return new AddressGate(
                list,
                settings,
                limit(settings.requestsPerAddress(), settings),
                limit(settings.loginsPerAddress(), settings),
                new ProblemWriter(json, localeResolver));
    }

    @Bean
    ActorLimit actorLimit(PerimeterSettings settings, JsonMapper json, LocaleResolver localeResolver) {
        return new ActorLimit(
                limit(settings.requestsPerActor(), settings),
                limit(settings.requestsPerMachine(), settings),
                new ProblemWriter(json, localeResolver));
    }

    private static RateLimit limit(long perMinute, PerimeterSettings settings) {
        return new RateLimit(perMinute, settings.remembered(), TimeMeter.SYSTEM_NANOTIME);
    }
}
