package io.jiayou.annulment.reportunreadableevent;

import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.command.AggregateStopped;
import io.jiayou.command.Commands;
import io.jiayou.command.StoredEvents;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records which events aggregates couldn't take, once somebody has met them; whoever met one doesn't wait for it. */
@Component
class StoppedAggregates {

    /** Stands where a read model's name would. */
    static final String MODEL = "aggregate";

    private static final Logger LOG = LoggerFactory.getLogger(StoppedAggregates.class);

    private final Commands commands;
    private final StoredEvents events;
    private final Clock clock;
    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    StoppedAggregates(Commands commands, StoredEvents events, Clock clock) {
        this.commands = commands;
        this.events = events;
        this.clock = clock;
        commands.tellOfStops(this::met);
    }

    void met(AggregateStopped stopped) {
        if (told.add(stopped.position())) {
            LOG.error("An aggregate can't take the event at position {}: {}", stopped.position(), stopped.error());
            Thread.ofVirtual().name("stopped-aggregate").start(() -> record(stopped));
        }
    }

    private void record(AggregateStopped stopped) {
        try {
            commands.send(AnnulmentEvent.idOf(stopped.position()), command(stopped));
        } catch (RuntimeException e) {
            told.remove(stopped.position());
            LOG.warn("That position {} can't be taken isn't recorded yet: {}", stopped.position(), e.toString());
        }
    }

    private ReportUnreadable command(AggregateStopped stopped) {
        DomainEventMessage<?> event = stopped.event();
        return new ReportUnreadable(
                AnnulmentEvent.REGISTER,
                stopped.position(),
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                events.nameOf(event),
                MODEL,
                stopped.error(),
                clock.instant());
    }
}
