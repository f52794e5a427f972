package io.jiayou.annulment.reportunreadableevent;

import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.command.AggregateStopped;
import io.jiayou.command.CommandMetrics;
import io.jiayou.command.Commands;
import io.jiayou.command.Lookup;
import io.jiayou.command.StoredEvents;
import io.jiayou.driver.Driver;
import io.jiayou.driver.changeprofile.ChangeProfile;
import io.jiayou.driver.events.DriverEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who meets an aggregate that stands still doesn't wait until it's recorded. */
class StoppedAggregatesTest {

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final CommandBus bus = SimpleCommandBus.builder().build();
    private final Commands commands = new Commands(
            DefaultCommandGateway.builder().commandBus(bus).build(),
            events,
            new CommandMetrics(new SimpleMeterRegistry()));
    private final BlockingQueue<Object> reports = new LinkedBlockingQueue<>();
    private final StoppedAggregates stops =
            new StoppedAggregates(commands, new StoredEvents(events), Clock.fixed(AT, ZoneOffset.UTC));
    private final AggregateStopped stopped = stopped();
    private boolean away;

    StoppedAggregatesTest() {
        bus.subscribe(ReportUnreadable.class.getName(), message -> {
            if (away) {
                away = false;
                throw new IllegalStateException("the store is away");
            }
            return reports.add(message.getPayload());
        });
    }

    /** A driver one of whose events can't be taken. */
    private AggregateStopped stopped() {
        events.publish(new GenericDomainEventMessage<>("Driver", ID, 0, registered()));
        Lookup<Driver, DriverEvent> broken = new Lookup<>(events, DriverEvent.class, Driver.NONE, (driver, event) -> {
            throw new ArithmeticException("what may be personal");
        });
        return catchThrowableOfType(AggregateStopped.class, () -> broken.find(ID));
    }

    @Test
    void areReportedOnceByWhereTheyStop() throws Exception {
        stops.met(stopped);

        assertThat(nextReport())
                .isEqualTo(new ReportUnreadable(
                        AnnulmentEvent.REGISTER,
                        0,
                        stopped.event().getIdentifier(),
                        ID,
                        0,
                        "driver.registered",
                        "aggregate",
                        "ArithmeticException",
                        AT));
        stops.met(stopped);
        assertThat(reports.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void areReportedAgainIfThatCouldNotBeRecorded() throws Exception {
        away = true;
        Object report = null;
        for (int n = 0; report == null && n < 100; n++) {
            stops.met(stopped);
            report = reports.poll(100, TimeUnit.MILLISECONDS);
        }

        assertThat(report).isInstanceOf(ReportUnreadable.class);
    }

    @Test
    void areReportedWhenACommandMeetsOne() throws Exception {
        bus.subscribe(ChangeProfile.class.getName(), message -> {
            throw stopped;
        });

        assertThatThrownBy(() -> commands.send(ID, new ChangeProfile(ID, "李丽", AT)))
                .isSameAs(stopped);

        assertThat(nextReport()).isNotNull();
    }

    @Test
    void areReportedWhenARequestMeetsOneWhichOthersAnswer() throws Exception {
        StopsOfRequests requests = new StopsOfRequests(stops);

        assertThat(requests.resolveException(
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse(),
                        null,
                        new IllegalStateException("something else")))
                .isNull();
        assertThat(requests.resolveException(
                        new MockHttpServletRequest(), new MockHttpServletResponse(), null, stopped))
                .isNull();

        assertThat(nextReport()).isNotNull();
    }

    private @Nullable Object nextReport() throws InterruptedException {
        return reports.poll(10, TimeUnit.SECONDS);
    }
}
