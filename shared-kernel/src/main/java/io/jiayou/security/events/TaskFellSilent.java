package io.jiayou.security.events;

import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import java.time.Instant;

/**
 * A periodic task of a node that keeps no alarms itself fails, or has had no success for too long. Told again while that lasts.
 *
 * @param task its name: {@code address-list}
 * @param detail what is wrong, in a line without personal data
 */
@StoredAs("security.task-fell-silent")
public record TaskFellSilent(
        @Limited(Limit.NOTE) String task,
        @Limited(Limit.STORY) String detail,
        Instant at) implements SecurityEvent {

    @Override
    public String subject() {
        return "security/tasks";
    }
}
