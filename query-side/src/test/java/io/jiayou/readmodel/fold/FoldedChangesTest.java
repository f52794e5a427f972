package io.jiayou.readmodel.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.testing.Events;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldedChangesTest {

    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final RecordedEvent REGISTERED =
            Events.at(3, "d1", new DriverRegistered("d1", "Li Wei", null, null, "7", AT));
    private static final RecordedEvent ADDED = Events.at(4, "d1", new VehicleAdded("d1", "沪A12345", AT));

    private final Tallies tallies = new Tallies("tallies");

    @Test
    void areOnePerDocumentFromBeforeToAfterTheBatch() {
        List<Change<Tally>> changes = Folding.fold(
                tallies,
                List.of(REGISTERED, ADDED),
                ids -> {
                    assertThat(ids).containsExactlyInAnyOrder("d1", Tallies.ALL);
                    return Map.of();
                },
                new Marking(Marks.NONE));

        assertThat(changes).hasSize(2).allSatisfy(change -> {
            assertThat(change.before()).isNull();
            assertThat(change.after().position()).isEqualTo(4);
            assertThat(change.after().plates()).containsExactly("沪A12345");
        });
        assertThat(changes).extracting(change -> change.after().id()).containsExactlyInAnyOrder("d1", Tallies.ALL);
    }

    @Test
    void areNoneOfDocumentsThatHaveSeenTheEventBefore() {
        Tally seen = Folding.next(tallies, "d1", null, REGISTERED);

        List<Change<Tally>> changes =
                Folding.fold(tallies, List.of(REGISTERED), ids -> Map.of("d1", seen), new Marking(Marks.NONE));

        assertThat(changes)
                .singleElement()
                .satisfies(change -> assertThat(change.after().id()).isEqualTo(Tallies.ALL));
        assertThat(Folding.next(tallies, "d1", seen, REGISTERED)).isSameAs(seen);
    }
}
