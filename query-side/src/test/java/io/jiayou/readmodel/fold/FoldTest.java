package io.jiayou.readmodel.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.UnreadablePayload;
import io.jiayou.readmodel.testing.Events;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A vehicle reaches two documents, its driver's and the one of all; a new name the driver's alone. */
class FoldTest {

    private static final Instant AT = Instant.parse("2026-11-29T03:00:00Z");

    private final Tallies tallies = new Tallies("tallies");
    private final List<RecordedEvent> history = new ArrayList<>();
    private final List<String> readAgain = new ArrayList<>();
    private final Replay replay = (after, to, reader) -> {
        readAgain.add("after " + after + " up to " + to);
        reader.accept(history.subList((int) after + 1, (int) to + 1));
    };
    private final DocumentsInMemory documents = new DocumentsInMemory();
    private final Fold<Tally> fold = new Fold<>(tallies, documents, Marks.NONE, replay);

    private void happens(String aggregate, Object payload) {
        history.add(Events.at(history.size(), aggregate, payload));
    }

    private void named(String driver) {
        happens(driver, new DriverProfileChanged(driver, "Li Na", null, AT));
    }

    private void vehicle(String driver) {
        happens(driver, new VehicleAdded(driver, "沪A12345", AT));
    }

    private void confirmed(long annulled) {
        happens("annulments/register", new AnnulmentConfirmed(annulled, "e", null, 0, "eve", AT));
    }

    @Test
    void tellsHowManyDocumentsChanged() {
        named("a");
        named("b");
        named("a");

        assertThat(fold.take(history)).isEqualTo(2);
        assertThat(fold.take(history)).isZero();
        assertThat(documents.done).containsExactly("write 2");
    }

    @Nested
    class AnAnnulment {

        @Test
        void changesWhatItsEventHadReached() {
            vehicle("a");
            vehicle("b");
            confirmed(1);
            named("a");

            assertThat(fold.take(history)).isEqualTo(3 + 2 + 1);
            assertThat(documents.all.get(Tallies.ALL)).isNotNull().satisfies(all -> assertThat(all.position())
                    .isZero());
            assertThat(documents.all).doesNotContainKey("b");
        }

        @Test
        void isKeptBeforeTheDocumentsFollow() {
            vehicle("a");
            vehicle("b");
            confirmed(1);

            fold.take(history);

            assertThat(documents.done).containsExactly("write 3", "keep [] [1]", "write 1", "remove 1");
        }

        @Test
        void readsAgainWhatCameBeforeItsConfirmationAndNothingElse() {
            vehicle("a");
            vehicle("b");
            confirmed(1);
            named("a");

            fold.take(history);

            assertThat(readAgain).containsExactly("after 0 up to 1", "after -1 up to 1");
        }

        @Test
        void ofAnEventThatReachedNothingReadsThatEventAlone() {
            happens("x", "something else");
            confirmed(0);

            assertThat(fold.take(history)).isZero();
            assertThat(readAgain).containsExactly("after -1 up to 0");
        }

        /** One document stood still before its event, another one had taken it in. */
        @Test
        void letsGoOnWhatStoodStillAndSaysSoOnceThatIsWritten() {
            vehicle("a");
            vehicle("a");
            vehicle("c");
            confirmed(1);
            named("d");
            Consumer<Tally> trial = view -> {
                if (view.id().equals(Tallies.ALL) && view.position() == 1) {
                    throw new IllegalArgumentException("too large");
                }
            };

            assertThat(fold.take(history, trial)).isEqualTo(3 + 2 + 1);
            assertThat(documents.done)
                    .containsExactly(
                            "keep [all] []",
                            "write 3",
                            "keep [all] [1]",
                            "write 1",
                            "write 1",
                            "keep [] [1]",
                            "write 1");
            assertThat(documents.marks.isWhole()).isTrue();
        }

        /** They lack something else, and only a rebuild mends that. */
        @Test
        void leavesThoseAloneThatStandStillElsewhere() {
            named("a");
            named("a");
            named("a");
            tallies.cannotTake(1);
            fold.take(history);
            tallies.heal();
            confirmed(2);

            fold.take(history.subList(3, 4));

            assertThat(documents.marks.stopped()).containsOnlyKeys("a");
            assertThat(documents.all.get("a")).isNotNull().satisfies(a -> assertThat(a.position())
                    .isZero());
        }

        @Test
        void countsForNothingThatComesWithItOrAfterIt() {
            named("a");
            confirmed(1);
            confirmed(3);
            named("a");

            fold.take(history);

            assertThat(documents.marks).isEqualTo(Marks.NONE);
            assertThat(documents.all.get("a")).isNotNull().satisfies(a -> assertThat(a.position())
                    .isEqualTo(3));
        }

        @Test
        void ofAnEventThatWasLeftOutFromTheStartReadsNothingAgain() {
            named("a");
            named("a");
            confirmed(0);

            Fold.fromTheStart(tallies, documents, Map.of(0L, 2L), replay).take(history);

            assertThat(readAgain).isEmpty();
            assertThat(documents.marks.annulled()).containsExactly(Map.entry(0L, 2L));
        }
    }

    @Nested
    class AStop {

        @Test
        void lastsAlsoWhenTheEventComesOnceMoreAndCouldBeTakenByThen() {
            named("a");
            named("a");
            tallies.cannotTake(1);
            fold.take(history);
            tallies.heal();

            assertThat(fold.take(history.subList(1, 2))).isZero();
            assertThat(documents.marks.stopOf("a")).isPresent();
        }

        @Test
        void namesWhatWentWrongFirst() {
            vehicle("a");
            tallies.onFold(event -> {
                throw new IllegalStateException(new ArithmeticException());
            });

            fold.take(history);

            assertThat(documents.marks.stops()).extracting(Stop::error).containsOnly("ArithmeticException");
        }

        @Test
        void isNobodysWhereTheKeyCannotBeTold() {
            vehicle("a");
            Only<Tally> keyless = new Only<>(tallies, id -> {
                throw new IllegalStateException(new ArithmeticException());
            });

            new Fold<>(keyless, documents, Marks.NONE, replay).take(history);

            assertThat(documents.marks.stopped()).isEmpty();
            assertThat(documents.marks.incomplete())
                    .containsExactly(
                            Map.entry(0L, new Stop(0, history.getFirst().recordedAt(), "ArithmeticException")));
        }

        /** Events without a key count like documents. */
        @Test
        void isTakenAThousandTimesAndNotOnceMore() {
            SortedMap<String, Stop> stopped = new TreeMap<>();
            SortedMap<Long, Stop> incomplete = new TreeMap<>();
            for (long n = -999; n < -400; n++) {
                stopped.put("document " + n, new Stop(n, AT, "IllegalStateException"));
            }
            for (long n = -400; n < 0; n++) {
                incomplete.put(n, new Stop(n, AT, "JacksonException"));
            }
            Fold<Tally> worn = new Fold<>(tallies, documents, new Marks(stopped, incomplete, new TreeMap<>()), replay);
            happens("a", new UnreadablePayload(VehicleAdded.class, "JacksonException"));
            named("b");
            tallies.cannotTake(1);

            worn.take(history.subList(0, 1));
            assertThat(documents.marks.stops()).hasSize(Fold.MOST_STOPS);

            assertThatIllegalStateException().isThrownBy(() -> worn.take(history.subList(1, 2)));
        }
    }
}
