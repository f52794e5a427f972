package io.jiayou.archive.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.archive.sample.GrowingHistory;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.transparency.TreeHashing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesAheadTest {

    private static final int EVENTS = 1_234;

    private final GrowingHistory history = new GrowingHistory("ahead").grow(EVENTS);

    @Test
    void givesEachLineOnceInItsOrderWithItsHash() throws IOException {
        LinesAhead lines = new LinesAhead(history, 7, EVENTS - 5);
        List<LinesAhead.Line> all = new ArrayList<>();

        while (all.size() < EVENTS - 12) {
            all.addAll(lines.next());
        }

        assertThat(all).hasSize(EVENTS - 12);
        for (int at = 0; at < all.size(); at++) {
            byte[] line = history.event(at + 7L).canonical();
            assertThat(all.get(at).bytes()).isEqualTo(line);
            assertThat(all.get(at).leaf()).isEqualTo(TreeHashing.leaf(line));
        }
    }

    @Test
    void aStoreThatEndsTooSoonIsNamedByThePosition() throws IOException {
        LinesAhead lines = new LinesAhead(history, EVENTS - 1, EVENTS + 1);
        assertThat(lines.next()).hasSize(1);

        assertThatThrownBy(lines::next).isInstanceOf(IOException.class).hasMessageContaining("position " + EVENTS);
    }

    @Test
    void whatFailsInTheStoreIsThrownToTheReader() {
        IllegalStateException failure = new IllegalStateException("closed");
        LinesAhead lines = new LinesAhead(
                new EventRecords() {
                    @Override
                    public long size() {
                        return EVENTS;
                    }

                    @Override
                    public List<EventRecord> from(long position, int atMost) {
                        throw failure;
                    }
                },
                0,
                EVENTS);

        assertThatThrownBy(lines::next).isSameAs(failure);
    }
}
