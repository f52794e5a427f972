package io.jiayou.readmodel.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.documents.Lineages.BuildLostException;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.TickingClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineagesTest {

    private final Stores stores = new Stores();
    private final TickingClock clock = new TickingClock();
    private final Lineages here = lineages("here");
    private final Lineages there = lineages("there");

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void oneNodeAtATimeBuildsTheNextGeneration() {
        Generation first = here.claimBuild("tallies").orElseThrow();

        assertThat(first.number()).isEqualTo(1);
        assertThat(there.claimBuild("tallies")).isEmpty();
        assertThat(there.claimBuild("others")).isPresent();
        here.switchTo(first);
        assertThat(there.claimBuild("tallies").orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void aSwitchMakesTheLiveGenerationThePreviousOne() {
        here.switchTo(here.claimBuild("tallies").orElseThrow());
        here.switchTo(here.claimBuild("tallies").orElseThrow());

        Lineage lineage = Objects.requireNonNull(there.all().get("tallies"));
        assertThat(lineage.live()).isEqualTo(new Generation("tallies", 2));
        assertThat(lineage.previous()).isEqualTo(new Generation("tallies", 1));
        assertThat(lineage.built()).isNull();
    }

    @Test
    void aNodeThatDidNotRenewItsClaimCannotSwitchAnyMore() {
        Generation slow = here.claimBuild("tallies").orElseThrow();
        clock.advance(Duration.ofSeconds(20));
        here.extendBuild(slow);
        clock.advance(Duration.ofSeconds(31));
        Generation fast = there.claimBuild("tallies").orElseThrow();

        assertThat(fast.number()).isEqualTo(2);
        assertThatThrownBy(() -> here.extendBuild(slow)).isInstanceOf(BuildLostException.class);
        assertThatThrownBy(() -> here.switchTo(slow)).isInstanceOf(BuildLostException.class);
        here.abandonBuild(slow);
        there.switchTo(fast);
    }

    @Test
    void aClaimOfAClockThatIsAYearAheadHoldsNothing() {
        TickingClock nextYear = new TickingClock();
        nextYear.advance(Duration.ofDays(365));
        Lineages ahead = new Lineages(stores.database(), "ahead", Duration.ofSeconds(30), nextYear);
        Generation claimed = ahead.claimBuild("tallies").orElseThrow();

        assertThat(Objects.requireNonNull(here.all().get("tallies")).keeps(claimed, clock.instant()))
                .isFalse();
        assertThat(here.claimBuild("tallies")).isPresent();
    }

    @Test
    void aNumberIsNeverUsedTwice() {
        here.abandonBuild(here.claimBuild("tallies").orElseThrow());

        assertThat(here.claimBuild("tallies").orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void switchesBackOnlyFromWhatIsLive() {
        Generation first = here.claimBuild("tallies").orElseThrow();
        here.switchTo(first);
        Generation second = here.claimBuild("tallies").orElseThrow();
        here.switchTo(second);

        here.switchBack(second, first);

        assertThat(Objects.requireNonNull(here.all().get("tallies")).live()).isEqualTo(first);
        assertThatThrownBy(() -> here.switchBack(second, first)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void dropsWhatNothingKeeps() {
        Generations generations = new Generations(stores.database(), here, clock);
        Catalogue models = new Catalogue(List.of(new Tallies("tallies")));
        for (int i = 0; i < 3; i++) {
            Generation built = here.claimBuild("tallies").orElseThrow();
            fill(generations, built);
            here.switchTo(built);
        }
        fill(generations, here.claimBuild("tallies").orElseThrow());
        stores.database().getCollection("tallies_of_somebody").insertOne(new Document());

        assertThat(generations.dropUnused(models)).containsExactly(new Generation("tallies", 1));
        assertThat(generations.positions().of(new Generation("tallies", 1))).isEqualTo(-1);
        assertThat(generations.positions().of(new Generation("tallies", 2))).isEqualTo(7);

        lineages("here").abandonOwn();
        assertThat(generations.dropUnused(models)).containsExactly(new Generation("tallies", 4));
        assertThat(stores.database().listCollectionNames()).contains("tallies_of_somebody", "tallies_2", "tallies_3");
    }

    private void fill(Generations generations, Generation generation) {
        stores.database().getCollection(generation.name()).insertOne(new Document());
        generations.positions().put(generation, 7, null);
    }

    private Lineages lineages(String node) {
        return new Lineages(stores.database(), node, Duration.ofSeconds(30), clock);
    }
}
