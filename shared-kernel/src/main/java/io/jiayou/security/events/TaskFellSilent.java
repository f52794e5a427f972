package io.jiayou.security.events;

import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/**
 * A periodic task of a node that keeps no alarms itself fails, or has had no success for too long. Told again while that lasts.
 *
 * @param task its name: {@code address-list}
 * @param detail what is wrong, in a line without personal data
 */
@StoredAs("security.task-fell-silent")
public record TaskFellSilent(String task, String detail, Instant at) implements SecurityEvent {

    @Override
    public String subject() {
        return "security/tasks";
    }
}
