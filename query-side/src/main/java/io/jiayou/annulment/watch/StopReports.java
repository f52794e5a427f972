package io.jiayou.annulment.watch;

import io.jiayou.annulment.watch.StopAlarm.Unreadable;
import io.jiayou.commandcalls.CommandCalls;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the command side which events couldn't be taken, since only those can be annulled. Each once per start of this
 * node; what is told twice is recorded once.
 */
final class StopReports {

    private static final Logger LOG = LoggerFactory.getLogger(StopReports.class);

    private final CommandCalls commands;
    private final Set<Unreadable> told = new HashSet<>();
    private boolean failing;

    StopReports(CommandCalls commands) {
        this.commands = commands;
    }

    /** What can't be told now is told the next time. */
    void tell(List<Unreadable> all) {
        told.retainAll(Set.copyOf(all));
        if (commands.hasSomewhereToGo()) {
            for (Unreadable event : all) {
                tell(event);
            }
        }
    }

    private void tell(Unreadable event) {
        if (told.contains(event)) {
            return;
        }
        try {
            commands.post(
                    "/api/annulments/unreadable-events",
                    Map.of("position", event.position(), "model", event.model(), "error", event.error()));
            told.add(event);
            failing = false;
        } catch (IOException | RuntimeException e) {
            if (!failing) {
                LOG.warn(
                        "That {} can't take the event at position {} isn't recorded yet: {}",
                        event.model(),
                        event.position(),
                        e.toString());
            }
            failing = true;
        }
    }
}
