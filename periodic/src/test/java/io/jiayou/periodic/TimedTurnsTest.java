package io.jiayou.periodic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimedTurnsTest {

    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");
    private static final Due.At AT_THREE = Due.daily(LocalTime.of(3, 0), BUSINESS);
    private static final String BEFORE_THREE = "2026-03-01T18:59:50Z";
    private static final String AFTER_THREE = "2026-03-01T19:00:05Z";

    private final HandClock wall = new HandClock(BEFORE_THREE);
    private final HandClock steady = new HandClock("1970-01-01T00:00:00Z");
    private final Memory memory = Memory.ofTheProcess();
    private int done;
    private boolean fails;

    private final TimedTurns turns = turns("here", memory, wall);

    private TimedTurns turns(String node, Memory notes, HandClock clock) {
        Task task = new Task("nightly", AT_THREE, this::work);
        return new TimedTurns(task, AT_THREE, notes, node, clock, steady);
    }

    private TimedTurns sharedTurns(String node, HandClock clock) {
        Task task = new Task("nightly", AT_THREE, this::work).onceFor(memory);
        return new TimedTurns(task, AT_THREE, memory, node, clock, steady);
    }

    private void work() {
        if (fails) {
            throw new IllegalStateException("no room");
        }
        done++;
    }

    @Test
    void comesOnceAtItsTimeOfItsZone() {
        turns.take();
        assertThat(done).isZero();

        wall.set(AFTER_THREE);
        turns.take();
        turns.take();

        assertThat(done).isEqualTo(1);
        assertThat(turns.state().lastSuccess()).isEqualTo(AFTER_THREE);
        assertThat(turns.state().next()).isEqualTo("2026-03-02T19:00:00Z");
    }

    @Test
    void makesUpForWhatWasDueWhileNothingRan(@TempDir Path directory) {
        turns("before", new MemoryInFiles(directory), wall).take();

        wall.set("2026-03-05T08:00:00Z");
        TimedTurns later = turns("after", new MemoryInFiles(directory), wall);
        later.take();
        later.take();

        assertThat(done).isEqualTo(1);
    }

    @Test
    void aFailureIsAComplaintAtOnceAndStaysOneAfterARestart() {
        fails = true;
        turns.take();
        wall.set(AFTER_THREE);
        turns.take();
        assertThat(turns.state().complaint()).contains("fails since " + AFTER_THREE, "no room");

        TimedTurns restarted = turns("there", memory, wall);
        restarted.take();
        assertThat(restarted.state().complaint()).contains("no room");

        fails = false;
        wall.set("2026-03-02T19:00:05Z");
        restarted.take();
        assertThat(restarted.state().complaint()).isNull();
    }

    @Test
    void silenceForTwoOfItsTimesIsAComplaintWithoutAnyFailure() {
        turns.take();
        wall.set("2026-03-02T18:59:00Z");
        assertThat(turns.state().complaint()).isNull();

        wall.set("2026-03-02T19:00:01Z");
        assertThat(turns.state().complaint()).contains("no success since ever");
    }

    @Test
    void whatAProcessDidntFinishIsAFailure() {
        Task task = new Task("nightly", AT_THREE, () -> {
            throw new Killed();
        });
        turns.take();
        memory.replace(
                "nightly",
                memory.find("nightly").orElseThrow(),
                Note.read(memory.find("nightly").orElseThrow())
                        .begun(wall.instant(), "dead")
                        .written());

        TimedTurns restarted = new TimedTurns(task, AT_THREE, memory, "there", wall, steady);
        restarted.take();

        assertThat(restarted.state().complaint()).contains("the process ended in the middle of it");
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Nested
    class WithAClockThatIsWrong {

        @Test
        void aYearAheadAndSetRightComesTheNextNight() {
            turns.take();
            wall.set("2027-03-01T12:00:00Z");
            turns.take();
            assertThat(done).isEqualTo(1);

            wall.set("2026-03-02T12:00:00Z");
            turns.take();
            assertThat(turns.state().next()).isEqualTo("2026-03-02T19:00:00Z");

            wall.set("2026-03-02T19:00:05Z");
            turns.take();
            assertThat(done).isEqualTo(2);
        }

        @Test
        void aSuccessOfNextYearDoesntHideSilence() {
            turns.take();
            wall.set("2027-03-01T12:00:00Z");
            turns.take();
            wall.set("2026-03-02T12:00:00Z");
            turns.take();
            fails = true;

            wall.set("2026-03-02T19:00:05Z");
            turns.take();
            assertThat(turns.state().complaint()).contains("no room");
        }

        @Test
        void setBackAnHourWhileItRunsComesAgainAtTheRightTime() {
            turns.take();
            wall.set(AFTER_THREE);
            turns.take();
            wall.set("2026-03-01T18:00:05Z");
            turns.take();
            assertThat(done).isEqualTo(1);

            wall.set(AFTER_THREE);
            turns.take();
            assertThat(done).isEqualTo(2);
        }
    }

    @Nested
    class AmongNodes {

        private final HandClock ahead = new HandClock("2026-03-01T19:00:20Z");
        private final TimedTurns here = sharedTurns("here", wall);
        private final TimedTurns there = sharedTurns("there", ahead);

        @Test
        void oneDoesItForAllThoughTheirClocksAreThirtySecondsApart() {
            here.take();
            there.take();
            here.take();
            assertThat(done).isEqualTo(1);

            wall.goOn(Duration.ofSeconds(30));
            ahead.goOn(Duration.ofSeconds(30));
            here.take();
            there.take();
            assertThat(done).isEqualTo(1);
        }

        @Test
        void whoStoppedInTheMiddleIsFollowedAfterAMinuteOfSilence() {
            here.take();
            Note note = Note.read(memory.find("nightly").orElseThrow());
            memory.replace(
                    "nightly",
                    note.written(),
                    note.begun(ahead.instant(), "gone").written());
            ahead.set("2026-03-02T19:00:20Z");

            there.take();
            steady.goOn(Duration.ofSeconds(50));
            there.take();
            assertThat(done).isZero();

            steady.goOn(Duration.ofSeconds(15));
            there.take();
            assertThat(done).isEqualTo(1);
        }

        @Test
        void aHolderWithAClockAYearAheadBlocksNobodyForAYear() {
            here.take();
            Note note = Note.read(memory.find("nightly").orElseThrow());
            ahead.set("2027-03-01T19:00:20Z");
            memory.replace(
                    "nightly",
                    note.written(),
                    note.begun(ahead.instant(), "gone").written());

            here.take();
            steady.goOn(Duration.ofSeconds(65));
            wall.set("2026-03-02T19:00:05Z");
            here.take();
            assertThat(done).isEqualTo(1);
        }
    }
}
