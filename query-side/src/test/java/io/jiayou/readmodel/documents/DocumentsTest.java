package io.jiayou.readmodel.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import io.jiayou.readmodel.fold.Change;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private final Stores stores = new Stores();
    private final Documents<Tally> documents =
            new Documents<>(stores.database(), new Tallies("tallies"), new Generation("tallies", 1));

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void writesNewAndKnownDocumentsInOneBulk() {
        documents.write(List.of(new Change<>(null, tally("a", 1))));

        documents.write(List.of(new Change<>(tally("a", 1), tally("a", 5)), new Change<>(null, tally("b", 4))));

        assertThat(documents.load(List.of("a", "b", "c"))).isEqualTo(Map.of("a", tally("a", 5), "b", tally("b", 4)));
    }

    @Test
    void refusesToOverwriteWhatAnotherNodeWroteMeanwhile() {
        documents.write(List.of(new Change<>(null, tally("a", 1))));
        documents.write(List.of(new Change<>(tally("a", 1), tally("a", 9))));

        assertThatThrownBy(() -> documents.write(List.of(new Change<>(tally("a", 1), tally("a", 5)))))
                .isInstanceOf(OvertakenException.class);
        assertThatThrownBy(() -> documents.write(List.of(new Change<>(null, tally("a", 5)))))
                .isInstanceOf(OvertakenException.class);
        assertThat(documents.load(List.of("a"))).isEqualTo(Map.of("a", tally("a", 9)));
    }

    @Test
    void readsRangesInTheOrderOfIds() {
        for (String id : List.of("d", "a", "c", "e", "b")) {
            documents.write(List.of(new Change<>(null, tally(id, 1))));
        }

        assertThat(documents.inOrder("b", "d").map(Tally::id)).containsExactly("b", "c");
        assertThat(documents.inOrder(null, null).map(Tally::id)).containsExactly("a", "b", "c", "d", "e");
        assertThat(documents.everyNthId(2)).containsExactly("b", "d");
    }

    /** A version that declares one more index finds documents of the version before it. */
    @Test
    void getsAnIndexThatWasDeclaredLater() {
        documents.index(List.of("name"));
        documents.write(List.of(new Change<>(null, tally("a", 1)), new Change<>(null, tally("b", 2))));

        documents.index(List.of("name", "changedAt,_id"));
        documents.index(List.of("name", "changedAt,_id"));
        documents.write(List.of(new Change<>(null, tally("c", 3))));

        assertThat(documents.collection().listIndexes().map(index -> index.get("key", Document.class)
                        .keySet()))
                .contains(new LinkedHashSet<>(List.of("changedAt", "_id")))
                .doesNotHaveDuplicates();
        assertThat(documents
                        .collection()
                        .find(Filters.eq("changedAt", Instant.EPOCH))
                        .map(Tally::id))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    private static Tally tally(String id, long position) {
        return new Tally(id, "name", List.of(), Map.of(), position, null, Instant.EPOCH, position);
    }
}
