package io.jiayou.readmodel.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.testing.Events;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoldingTest {

    private final Tallies tallies = new Tallies("tallies");
    private final List<RecordedEvent> history = Events.random(600, 40, 7);

    @Test
    void batchesOfAnySizeFoldToTheSameDocuments() {
        Map<String, Tally> oneByOne = new HashMap<>();
        history.forEach(event -> apply(oneByOne, List.of(event)));

        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Map<String, Tally> documents = new HashMap<>();
            for (int from = 0; from < history.size(); ) {
                int to = Math.min(history.size(), from + 1 + random.nextInt(90));
                apply(documents, history.subList(from, to));
                from = to;
            }
            assertThat(documents).as("split by seed %d", seed).isEqualTo(oneByOne);
        }
    }

    @Test
    void aSecondDeliveryChangesNothing() {
        Map<String, Tally> documents = new HashMap<>();
        apply(documents, history);
        Map<String, Tally> before = Map.copyOf(documents);

        List<Change<Tally>> again =
                Folding.fold(tallies, history.subList(200, 600), ids -> existing(documents, ids), whole());

        assertThat(again).isEmpty();
        assertThat(documents).isEqualTo(before);
    }

    @Test
    void aBatchThatWasWrittenInPartIsCompleted() {
        Map<String, Tally> whole = new HashMap<>();
        apply(whole, history);
        Map<String, Tally> partly = new HashMap<>();
        apply(partly, history.subList(0, 300));
        List<Change<Tally>> changes =
                Folding.fold(tallies, history.subList(300, 600), ids -> existing(partly, ids), whole());
        changes.subList(0, changes.size() / 2)
                .forEach(change -> partly.put(change.after().id(), change.after()));

        apply(partly, history.subList(300, 600));

        assertThat(partly).isEqualTo(whole);
    }

    @Test
    void eventsThatConcernNobodyAskForNoDocuments() {
        RecordedEvent event = Events.at(0, "x", "something else");

        assertThat(Folding.fold(
                        tallies,
                        List.of(event),
                        ids -> {
                            throw new AssertionError("asked for " + ids);
                        },
                        whole()))
                .isEmpty();
    }

    @Test
    void aFoldThatForgetsThePositionIsRefused() {
        ReadModel<Tally> forgetful = new Forgetful(tallies);

        assertThatThrownBy(() -> Folding.fold(forgetful, history, ids -> Map.of(), whole()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tallies folded event");
    }

    private static Marking whole() {
        return new Marking(Marks.NONE);
    }

    private void apply(Map<String, Tally> documents, List<RecordedEvent> batch) {
        Folding.fold(tallies, batch, ids -> existing(documents, ids), whole())
                .forEach(change -> documents.put(change.after().id(), change.after()));
    }

    private static Map<String, Tally> existing(Map<String, Tally> documents, Set<String> ids) {
        Map<String, Tally> existing = new HashMap<>(documents);
        existing.keySet().retainAll(ids);
        return existing;
    }

    private record Forgetful(Tallies tallies) implements ReadModel<Tally> {

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
        public Collection<String> documentsOf(Object event) {
            return tallies.documentsOf(event);
        }

        @Override
        public Tally fold(String id, @Nullable Tally view, RecordedEvent event) {
            return view == null ? tallies.fold(id, null, event) : view;
        }
    }
}
