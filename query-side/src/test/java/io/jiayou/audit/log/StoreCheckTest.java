package io.jiayou.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCheckTest {

    private static final int EVENTS = 5_000;

    private final ListedRecords records = new ListedRecords(EVENTS);
    private final Alarms alarms;
    private final StoreCheck check;

    StoreCheckTest(@TempDir Path directory) {
        alarms = new Alarms(Clock.systemUTC(), AlarmJournal.in(directory));
        AuditLog log = AuditLog.open(directory, "jiayou.example/test", records);
        log.extend();
        check = new StoreCheck(log, records, alarms, Clock.systemUTC());
    }

    private void pass() {
        StoreCheck.Pass before = check.completed();
        do {
            check.step();
        } while (Objects.equals(check.completed(), before));
    }

    /** How long a pass takes by its pauses. */
    private Duration timeOfAPass() {
        StoreCheck.Pass before = check.completed();
        Duration time = Duration.ZERO;
        do {
            time = time.plus(check.pause());
            check.step();
        } while (Objects.equals(check.completed(), before));
        return time;
    }

    @Test
    void hurriesAfterAStartAndTakesItsTimeThen() {
        assertThat(timeOfAPass()).isLessThan(Duration.ofSeconds(3));
        assertThat(timeOfAPass()).isBetween(Duration.ofSeconds(43), Duration.ofSeconds(46));
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        pass();

        assertThat(alarms.all()).isEmpty();
        assertThat(check.completed()).extracting(StoreCheck.Pass::events).isEqualTo((long) EVENTS);
    }

    @Test
    void namesTheFirstDamagedPosition() {
        records.replace(4_321, ListedRecords.event("o4321", "{\"orderId\":\"o4321\",\"amount\":1}"));
        records.replace(4_400, ListedRecords.event("o1", "{}"));

        pass();

        assertThat(alarms.all()).singleElement().satisfies(alarm -> assertThat(alarm.detail())
                .contains("position 4321 "));
    }

    @Test
    void namesAnEventThatCannotBeRead() {
        records.damage(2_500);

        pass();

        assertThat(alarms.all()).singleElement().satisfies(alarm -> assertThat(alarm.detail())
                .contains("position 2500 "));
    }

    @Test
    void namesTheEndOfAStoreThatWasRolledBack() {
        records.cut(3_000);

        pass();

        assertThat(alarms.all()).singleElement().satisfies(alarm -> assertThat(alarm.detail())
                .contains("position 3000 "));
    }

    @Test
    void goesRoundAgainAndAgain() {
        pass();
        records.replace(0, ListedRecords.event("o0", "{\"orderId\":\"other\"}"));
        assertThat(alarms.all()).isEmpty();

        pass();

        assertThat(alarms.all()).hasSize(1);
    }
}
