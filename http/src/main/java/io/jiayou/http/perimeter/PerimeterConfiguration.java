package io.jiayou.http.perimeter;

import io.jiayou.http.ProblemWriter;
import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.connections.BoundedProtocol;
import io.jiayou.periodic.PeriodicConfiguration;
import io.jiayou.periodic.Schedule;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** The border of an application, the same for both sides; it expects an event store, which keeps the list of addresses. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PerimeterSettings.class)
@Import(PeriodicConfiguration.class)
public class PerimeterConfiguration {

    @Bean
    AddressList addressList() {
        return new AddressList();
    }

    @Bean(initMethod = "start")
    AddressListKeeper addressListKeeper(
            EventStore events, AddressList list, PerimeterSettings settings, Schedule schedule) {
        return new AddressListKeeper(events, list, settings.lookEvery(), schedule);
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
            AddressList list,
            PerimeterSettings settings,
            Bounds bounds,
            ObjectProvider<JwtDecoder> tokens,
            JsonMapper json,
            LocaleResolver localeResolver) {
        return new AddressGate(
                list,
                settings,
                new AddressRates("address", Bound.REQUESTS_PER_ADDRESS, bounds, System::nanoTime),
                new AddressRates("logins", Bound.LOGINS_PER_ADDRESS, bounds, System::nanoTime),
                new AtTheTerminal(tokens::getObject),
                new ProblemWriter(json, localeResolver));
    }

    @Bean
    ActorLimit actorLimit(Bounds bounds, JsonMapper json, LocaleResolver localeResolver) {
        return new ActorLimit(
                limit(Bound.REQUESTS_PER_ACTOR, bounds),
                limit(Bound.REQUESTS_PER_MACHINE, bounds),
                new ProblemWriter(json, localeResolver));
    }

    @Bean
    MeterBinder rowsOfTheBorder(AddressGate addresses, ActorLimit actors) {
        return registry -> {
            rows("addresses", addresses::rows).register(registry);
            rows("actors", actors::rows).register(registry);
        };
    }

    private static Gauge.Builder<Supplier<Number>> rows(String table, Supplier<Number> count) {
        return Gauge.builder("jiayou.border.rows", count)
                .description("Addresses, networks or actors with requests that count against a rate")
                .tag("table", table);
    }

    private static RateLimit limit(Bound rate, Bounds bounds) {
        return new RateLimit("actor", bounds.get(rate), bounds.get(Bound.ADDRESSES), System::nanoTime);
    }

    /** More than a head has room for. */
    private static final int LANGUAGES = 1 << 16;

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> boundedConnections(Bounds bounds, PerimeterSettings settings) {
        return bounded(bounds, settings);
    }

    static WebServerFactoryCustomizer<TomcatWebServerFactory> bounded(Bounds bounds, PerimeterSettings settings) {
        return server -> {
            server.setProtocol(BoundedProtocol.class.getName());
            server.addConnectorCustomizers(connector -> {
                // A head is bounded; more languages than Tomcat likes would be a failure of the server.
                connector.setMaxLocaleCount(LANGUAGES);
                if (connector.getProtocolHandler() instanceof BoundedProtocol bounded) {
                    bounded.bound(bounds, settings::carriesOthers);
                }
            });
        };
    }
}
