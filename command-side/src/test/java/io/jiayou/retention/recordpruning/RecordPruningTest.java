package io.jiayou.retention.recordpruning;

import static io.jiayou.command.Scenario.given;

import io.jiayou.driver.SomeDriver;
import io.jiayou.retention.events.SetPruned;
import io.jiayou.rules.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecordPruningTest {

    private static final String ARCHIVE = "0123456789abcdef0123456789abcdef";
    private static final Instant AT = Instant.parse("2026-11-23T03:00:00Z");

    private static RecordPruning pruning(long set, String sha256) {
        return new RecordPruning(ARCHIVE, set, sha256.repeat(32), "/mnt/usb", "last 3", "system", AT);
    }

    private static SetPruned pruned(long set, String sha256) {
        return new SetPruned(ARCHIVE, set, sha256.repeat(32), "/mnt/usb", "last 3", "system", AT);
    }

    @Test
    void recordsWhichSetWasDeletedByWhomAndWhy() {
        given().when(pruning(0, "aa")).then(pruned(0, "aa"));
    }

    @Test
    void recordsEachSetOfAnArchive() {
        given(pruned(0, "aa")).when(pruning(4, "bb")).then(pruned(4, "bb"));
    }

    @Test
    void recordsTheSameDeletionOnce() {
        given(pruned(0, "aa"), pruned(4, "bb")).when(pruning(0, "aa")).then();
    }

    @Test
    void refusesAnArchiveUnderTheIdOfSomethingElse() {
        given(SomeDriver.registered(ARCHIVE, SomeDriver.PHONE))
                .when(pruning(0, "aa"))
                .thenRefused(Rule.ARCHIVE_ID_TAKEN);
    }

    @Test
    void refusesAnotherSetUnderANumberThatIsRecorded() {
        given(pruned(0, "aa")).when(pruning(0, "cc")).thenRefused(Rule.PRUNING_DIFFERS);
    }
}
