package io.jiayou.readmodel.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.testing.Events;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private final List<RecordedEvent> history = Events.random(4_000, 600, 11);

    @AfterEach
    void close() {
        stores.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 50, 300})
    void foldsTheSameHoweverFewDocumentsFitIntoMemory(int capacity) {
        assertThat(hash(1, capacity)).isEqualTo(hash(2, 10_000));
    }

    @Test
    void findsDocumentsThatHaveLeftMemory() {
        Documents<Tally> documents = documents(1);
        try (Workspace<Tally> workspace = new Workspace<>(tallies, documents, 10)) {
            workspace.fold(history);

            assertThat(workspace.find("driver-1")).isPresent();
            assertThat(workspace.find("nobody")).isEmpty();
        }
    }

    @Test
    void anIdThatWasSeenIsNeverForgotten() {
        SeenIds ids = new SeenIds();
        assertThat(ids.mayContain("id-0")).isFalse();
        for (int i = 0; i < 100_000; i++) {
            ids.add("id-" + i);
        }

        long errors = 0;
        for (int i = 0; i < 100_000; i++) {
            assertThat(ids.mayContain("id-" + i)).isTrue();
            errors += ids.mayContain("other-" + i) ? 1 : 0;
        }
        assertThat(errors).isLessThan(1_000);
    }

    private String hash(int generation, int capacity) {
        Documents<Tally> documents = documents(generation);
        Random random = new Random(capacity);
        try (Workspace<Tally> workspace = new Workspace<>(tallies, documents, capacity)) {
            for (int from = 0; from < history.size(); ) {
                int to = Math.min(history.size(), from + 1 + random.nextInt(300));
                workspace.fold(history.subList(from, to));
                from = to;
            }
            workspace.flush();
        }
        return CanonicalHash.of(documents);
    }

    private Documents<Tally> documents(int generation) {
        return new Documents<>(stores.database(), tallies, new Generation("tallies", generation));
    }
}
