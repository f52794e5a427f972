package io.jiayou.imports;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.ProblemException;
import org.junit.jupiter.api.Test;

class KeptLinesTest {

    @Test
    void areAsManyAsThereIsRoomFor() {
        KeptLines kept = new KeptLines("customers", 2);

        kept.add("1", "CZK");
        kept.add("2", null);

        assertThatThrownBy(() -> kept.add("3", "CZK"))
                .isInstanceOf(ProblemException.class)
                .hasMessage("customers has more than the 2 lines that an import may keep in memory"
                        + " (jiayou.bounds.import-lines)");
    }

    /** A line may have 64 KB, and memory is needed for all of it. */
    @Test
    void countAsSeveralWhereOneIsLong() {
        assertThatCode(() -> new KeptLines("customers", 1).add("a".repeat(500), "CZK"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> new KeptLines("customers", 1).add("a".repeat(510), "CZK"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> new KeptLines("customers", 100).add("a".repeat(60_000)))
                .isInstanceOf(ProblemException.class);
    }
}
