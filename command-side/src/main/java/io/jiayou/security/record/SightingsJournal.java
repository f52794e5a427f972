package io.jiayou.security.record;

import io.jiayou.command.Commands;
import io.jiayou.http.perimeter.Sightings;
import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import io.jiayou.security.events.SecurityEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes events of what this node has seen at its border, every few seconds; what can't be written is kept for the next
 * time. A request never waits for it.
 */
@Component
class SightingsJournal {

    private static final Logger LOG = LoggerFactory.getLogger(SightingsJournal.class);

    private final Sightings sightings;
    private final Commands commands;
    private final Clock clock;
    private final Running writing;

    SightingsJournal(
            Sightings sightings,
            Commands commands,
            Clock clock,
            Schedule schedule,
            @Value("${jiayou.perimeter.count-every:30s}") Duration every) {
        this.sightings = sightings;
        this.commands = commands;
        this.clock = clock;
        this.writing = schedule.begin(new Task("border-sightings", Due.every(every), this::write));
    }

    private synchronized void write() {
        List<SecurityEvent> seen = sightings.take(clock.instant());
        for (int n = 0; n < seen.size(); n++) {
            SecurityEvent event = seen.get(n);
            try {
                commands.send(event.subject(), new RecordSecurity(event.subject(), event));
            } catch (RuntimeException e) {
                sightings.giveBack(seen.subList(n, seen.size()));
                throw e;
            }
        }
    }

    /** While everything else still works. */
    @EventListener(ContextClosedEvent.class)
    void end() {
        writing.close();
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("What was seen at the border can't be written any more: {}", e.toString());
        }
    }
}
