package io.jiayou.readmodel.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final Stop STOP = new Stop(7, Instant.EPOCH, "IllegalStateException");

    private final Marks stopped = new Marks(new TreeMap<>(Map.of("a", STOP)), new TreeMap<>(), new TreeMap<>());
    private final Marks incomplete = new Marks(new TreeMap<>(), new TreeMap<>(Map.of(7L, STOP)), new TreeMap<>());

    @Test
    void areWholeWhereNothingIsMissing() {
        assertThat(Marks.NONE.isWhole()).isTrue();
        assertThat(stopped.isWhole()).isFalse();
        assertThat(incomplete.isWhole()).isFalse();
    }

    /** Nothing is missing of what was decided to be left out. */
    @Test
    void areWholeWithoutWhatIsLeftOut() {
        Marks without = Marks.leavingOut(Map.of(3L, 9L));

        assertThat(without.isWhole()).isTrue();
        assertThat(without.annulled()).containsExactly(Map.entry(3L, 9L));
        assertThat(Marks.leavingOut(Map.of())).isEqualTo(Marks.NONE);
    }

    @Test
    void tellWhereADocumentStandsStill() {
        assertThat(stopped.stopOf("a")).contains(STOP);
        assertThat(stopped.stopOf("b")).isEmpty();
    }
}
