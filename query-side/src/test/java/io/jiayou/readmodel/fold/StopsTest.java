package io.jiayou.readmodel.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.UnreadablePayload;
import io.jiayou.readmodel.testing.Events;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StopsTest {

    private static final Replay NOTHING = (after, to, reader) -> {};

    private final Tallies tallies = new Tallies("tallies");
    private final List<RecordedEvent> history = new ArrayList<>(Events.random(600, 40, 7));

    /** The same events without the documents that all of them reach. */
    private record ByAggregate(Tallies tallies) implements ReadModel<Tally> {

        @Override
        public String name() {
            return tallies.name();
        }

        @Override
        public Class<Tally> view() {
            return Tally.class;
        }

        @Override
        public List<String> indexes() {
            return List.of();
        }

        @Override
        public boolean isKeyedByAggregate() {
            return true;
        }

        @Override
        public boolean reads(Class<?> event) {
            return event == VehicleAdded.class;
        }

        @Override
        public Collection<String> documentsOf(Object event) {
            return tallies.documentsOf(event).stream()
                    .filter(id -> !id.equals(Tallies.ALL))
                    .toList();
        }

        @Override
        public Tally fold(String id, @Nullable Tally view, RecordedEvent event) {
            return tallies.fold(id, view, event);
        }
    }

    private DocumentsInMemory folded(ReadModel<Tally> model, List<RecordedEvent> events) {
        DocumentsInMemory documents = new DocumentsInMemory();
        new Fold<>(model, documents, Marks.NONE, NOTHING).take(events);
        return documents;
    }

    private static RecordedEvent unreadable(RecordedEvent event) {
        return new RecordedEvent(
                event.position(),
                event.eventId(),
                event.aggregateId(),
                event.sequence(),
                event.recordedAt(),
                new UnreadablePayload(VehicleAdded.class, "JacksonException"),
                Map.of());
    }

    @Test
    void anEventThatCannotBeTakenStopsItsDocumentsAndNoOthers() {
        ReadModel<Tally> model = new ByAggregate(tallies);
        DocumentsInMemory whole = folded(model, history);
        String stopped = history.get(300).aggregateId();
        DocumentsInMemory before = folded(model, history.subList(0, 300));
        tallies.cannotTake(300);

        DocumentsInMemory documents = folded(model, history);

        assertThat(documents.marks.stopped()).containsOnlyKeys(stopped);
        assertThat(documents.marks.stopped().get(stopped))
                .isEqualTo(new Stop(300, history.get(300).recordedAt(), "IllegalStateException"));
        assertThat(documents.all.get(stopped)).isEqualTo(before.all.get(stopped));
        whole.all.put(stopped, before.all.get(stopped));
        assertThat(documents.all).isEqualTo(whole.all);
    }

    @Test
    void batchesOfAnySizeStopTheSameDocumentsAtTheSameEvents() {
        LongStream.of(3, 77, 78, 300, 301, 599).forEach(tallies::cannotTake);
        history.set(150, unreadable(history.get(150)));
        DocumentsInMemory oneByOne = new DocumentsInMemory();
        Fold<Tally> single = new Fold<>(tallies, oneByOne, Marks.NONE, NOTHING);
        history.forEach(event -> single.take(List.of(event)));
        assertThat(oneByOne.marks.stopped()).isNotEmpty();

        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            DocumentsInMemory documents = new DocumentsInMemory();
            for (int from = 0; from < history.size(); ) {
                int to = Math.min(history.size(), from + 1 + random.nextInt(90));
                // as after a restart: from what was kept
                new Fold<>(tallies, documents, documents.marks, NOTHING).take(history.subList(from, to));
                from = to;
            }
            assertThat(documents.all).as("split by seed %d", seed).isEqualTo(oneByOne.all);
            assertThat(documents.marks).isEqualTo(oneByOne.marks);
        }
    }

    @Test
    void aSecondDeliveryChangesNothing() {
        LongStream.of(77, 300).forEach(tallies::cannotTake);
        DocumentsInMemory documents = folded(tallies, history);
        Map<String, Tally> before = Map.copyOf(documents.all);
        Marks marks = documents.marks;

        int changed = new Fold<>(tallies, documents, marks, NOTHING).take(history.subList(50, 600));

        assertThat(changed).isZero();
        assertThat(documents.all).isEqualTo(before);
        assertThat(documents.marks).isEqualTo(marks);
    }

    @Test
    void anEventWithoutAReadableKeyStopsTheDocumentOfItsAggregate() {
        ReadModel<Tally> model = new ByAggregate(tallies);
        history.set(150, unreadable(history.get(150)));

        DocumentsInMemory documents = folded(model, history);

        assertThat(documents.marks.stopped()).containsOnlyKeys(history.get(150).aggregateId());
        assertThat(documents.marks.incomplete()).isEmpty();
    }

    @Test
    void aModelWithAnotherKeyIsIncompleteFromThere() {
        history.set(150, unreadable(history.get(150)));

        DocumentsInMemory documents = folded(tallies, history);

        assertThat(documents.marks.stopped()).isEmpty();
        assertThat(documents.marks.incomplete()).containsOnlyKeys(150L);
        assertThat(documents.marks.firstMissing()).hasValue(150);
    }

    @Test
    void aViewThatCannotBeKeptStopsBeforeTheEventThatMadeIt() {
        DocumentsInMemory documents = new DocumentsInMemory();
        Fold<Tally> fold = new Fold<>(new ByAggregate(tallies), documents, Marks.NONE, NOTHING);

        fold.take(history, view -> {
            if (view.position() == 300) {
                throw new IllegalArgumentException("too large");
            }
        });

        assertThat(documents.marks.positions()).containsExactly(300L);
    }

    @Test
    void aModelThatTakesNearlyNothingFailsAsAWhole() {
        List<RecordedEvent> many = Events.random(9_000, 8_000, 1);
        LongStream.range(0, 9_000).forEach(tallies::cannotTake);

        assertThatThrownBy(() -> folded(new ByAggregate(tallies), many))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tallies can't take the events of more than 1000 documents");
    }
}
