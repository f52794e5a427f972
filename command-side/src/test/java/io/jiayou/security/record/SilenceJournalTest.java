package io.jiayou.security.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.security.events.TaskFellSilent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceJournalTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");

    private final List<TaskFellSilent> written = new ArrayList<>();
    private boolean away;
    private long nanos = Duration.ofHours(1).toNanos();
    private final SilenceJournal journal = new SilenceJournal(this::write, () -> AT, () -> nanos);

    private void write(TaskFellSilent event) {
        if (away) {
            throw new IllegalStateException("the store is away");
        }
        written.add(event);
    }

    @Test
    void tellsAtOnceAndThenEveryTenMinutes() {
        journal.silent("address-list", "no success");
        nanos += Duration.ofMinutes(9).toNanos();
        journal.silent("address-list", "no success");
        assertThat(written).containsExactly(new TaskFellSilent("address-list", "no success", AT));

        nanos += Duration.ofMinutes(1).toNanos();
        journal.silent("address-list", "no success");
        assertThat(written).hasSize(2);
    }

    @Test
    void tellsOfTheNextSilenceAtOnce() {
        journal.silent("address-list", "no success");
        journal.well("address-list");
        journal.silent("address-list", "no success");

        assertThat(written).hasSize(2);
    }

    @Test
    void triesAgainWhatCouldntBeWritten() {
        away = true;
        journal.silent("address-list", "no success");
        away = false;
        journal.silent("address-list", "no success");

        assertThat(written).hasSize(1);
    }
}
