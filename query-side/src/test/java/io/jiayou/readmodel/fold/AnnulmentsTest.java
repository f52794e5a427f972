package io.jiayou.readmodel.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.testing.Events;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AnnulmentsTest {

    private static final Instant AT = Instant.parse("2026-11-29T03:00:00Z");

    private final Tallies tallies = new Tallies("tallies");
    private final List<RecordedEvent> history = new ArrayList<>(Events.random(600, 40, 7));
    private final Replay replay = (after, to, reader) -> reader.accept(history.subList((int) after + 1, (int) to + 1));

    /** Documents in memory; breaks down on demand. */
    private static final class Documents implements Shelf<Tally> {
        private final Map<String, Tally> all = new HashMap<>();
        private Marks marks = Marks.NONE;
        private int writesUntilBreakdown = Integer.MAX_VALUE;

        @Override
        public Map<String, Tally> load(Set<String> ids) {
            Map<String, Tally> existing = new HashMap<>(all);
            existing.keySet().retainAll(ids);
            return existing;
        }

        private void breakDown() {
            if (writesUntilBreakdown-- == 0) {
                throw new IllegalStateException("away");
            }
        }

        @Override
        public void write(List<Change<Tally>> changes) {
            breakDown();
            changes.forEach(change -> all.put(change.after().id(), change.after()));
        }

        @Override
        public void remove(Set<String> ids) {
            breakDown();
            all.keySet().removeAll(ids);
        }

        @Override
        public void keep(Marks kept) {
            breakDown();
            marks = kept;
        }
    }

    private void confirm(int at, long annulled) {
        history.set(
                at, Events.at(at, "annulments/register", new AnnulmentConfirmed(annulled, "e", null, 0, "eve", AT)));
    }

    private Documents folded(List<RecordedEvent> events) {
        return folded(documents -> new Fold<>(tallies, documents, documents.marks, replay), events);
    }

    private static Documents folded(Function<Documents, Fold<Tally>> fold, List<RecordedEvent> events) {
        Documents documents = new Documents();
        fold.apply(documents).take(events);
        return documents;
    }

    /** What the events say without some of them. */
    private Documents without(Set<Long> annulled) {
        return folded(history.stream()
                .filter(event -> !annulled.contains(event.position()))
                .map(event -> event.payload() instanceof AnnulmentConfirmed
                        ? Events.at(event.position(), "x", "nothing")
                        : event)
                .toList());
    }

    @Test
    void aStoppedDocumentGoesOnWithoutTheAnnulledEvent() {
        tallies.cannotTake(100);
        confirm(400, 100);

        Documents before = folded(history.subList(0, 400));
        Documents after = folded(history);

        assertThat(before.marks.positions()).containsExactly(100L);
        assertThat(after.marks.isWhole()).isTrue();
        assertThat(after.marks.annulled()).containsExactly(Map.entry(100L, 400L));
        assertThat(after.all).isEqualTo(without(Set.of(100L)).all);
    }

    @Test
    void documentsThatHadTakenTheEventAreFoldedWithoutIt() {
        confirm(400, 100);

        assertThat(folded(history).all).isEqualTo(without(Set.of(100L)).all);
    }

    @Test
    void aDocumentOfNothingButTheAnnulledEventIsGone() {
        history.set(100, Events.at(100, "lonely", new VehicleAdded("lonely", "p", AT)));
        confirm(400, 100);

        assertThat(folded(history.subList(0, 400)).all).containsKey("lonely");
        assertThat(folded(history).all).doesNotContainKey("lonely");
    }

    @Test
    void severalAnnulmentsAndStopsEndTheSameHoweverTheyAreBatched() {
        tallies.cannotTake(100);
        tallies.cannotTake(101);
        tallies.cannotTake(102);
        tallies.cannotTake(450);
        confirm(300, 100);
        confirm(301, 50);
        confirm(500, 102);
        confirm(501, 101);
        Documents whole = folded(history);

        assertThat(whole.all).isEqualTo(without(Set.of(100L, 50L, 101L, 102L)).all);
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Documents documents = new Documents();
            for (int from = 0; from < history.size(); ) {
                int to = Math.min(history.size(), from + 1 + random.nextInt(90));
                new Fold<>(tallies, documents, documents.marks, replay).take(history.subList(from, to));
                from = to;
            }
            assertThat(documents.all).as("split by seed %d", seed).isEqualTo(whole.all);
            assertThat(documents.marks).isEqualTo(whole.marks);
        }
    }

    @Test
    void leavingOutFromTheStartIsTheSame() {
        tallies.cannotTake(100);
        confirm(300, 100);
        confirm(301, 50);
        Map<Long, Long> annulled = Map.of(100L, 300L, 50L, 301L);

        Documents fromTheStart = folded(documents -> Fold.fromTheStart(tallies, documents, annulled, replay), history);

        assertThat(fromTheStart.all).isEqualTo(folded(history).all);
        assertThat(fromTheStart.marks).isEqualTo(folded(history).marks);
    }

    @Test
    void aBreakdownAtAnyMomentIsMendedByTheSecondDelivery() {
        tallies.cannotTake(100);
        tallies.cannotTake(103);
        confirm(300, 100);
        confirm(301, 50);
        Documents whole = folded(history);

        for (int writes = 0; writes < 12; writes++) {
            Documents documents = new Documents();
            new Fold<>(tallies, documents, documents.marks, replay).take(history.subList(0, 90));
            documents.writesUntilBreakdown = writes;
            try {
                new Fold<>(tallies, documents, documents.marks, replay).take(history.subList(90, 600));
            } catch (IllegalStateException away) {
                documents.writesUntilBreakdown = Integer.MAX_VALUE;
            }
            documents.writesUntilBreakdown = Integer.MAX_VALUE;
            new Fold<>(tallies, documents, documents.marks, replay).take(history.subList(90, 600));
            assertThat(documents.all).as("after %d writes", writes).isEqualTo(whole.all);
            assertThat(documents.marks).isEqualTo(whole.marks);
        }
    }
}
