package io.jiayou.readmodel.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.readmodel.fold.Change;
import io.jiayou.readmodel.fold.Folding;
import io.jiayou.readmodel.fold.Marking;
import io.jiayou.readmodel.fold.Marks;
import io.jiayou.readmodel.testing.Events;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.readmodel.testing.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CanonicalHashTest {

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private final List<Change<Tally>> changes =
            Folding.fold(tallies, Events.random(3_000, 300, 3), ids -> Map.of(), new Marking(Marks.NONE));

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void doesNotDependOnTheOrderOfWriting() {
        List<Change<Tally>> shuffled = new ArrayList<>(changes);
        Collections.shuffle(shuffled, new Random(5));

        assertThat(CanonicalHash.of(written(1, changes))).isEqualTo(CanonicalHash.of(written(2, shuffled)));
    }

    @Test
    void doesNotDependOnTheOrderOfFieldsInTheStore() {
        Documents<Tally> documents = written(1, changes);
        String before = CanonicalHash.of(documents);
        var raw = documents.collection().withDocumentClass(BsonDocument.class);
        for (BsonDocument document : raw.find().into(new ArrayList<>())) {
            BsonDocument reversed = new BsonDocument();
            List.copyOf(document.keySet()).reversed().forEach(field -> reversed.put(field, document.get(field)));
            raw.replaceOne(new BsonDocument("_id", document.get("_id")), reversed);
        }

        assertThat(CanonicalHash.of(documents)).isEqualTo(before);
    }

    @Test
    void doesNotDependOnTheOrderOfMapKeys() {
        Canonical<Tally> canonical = new Canonical<>(documents(1));
        Map<String, Long> there = new LinkedHashMap<>(Map.of());
        there.put("a", 1L);
        there.put("b", 2L);
        Map<String, Long> back = new LinkedHashMap<>();
        back.put("b", 2L);
        back.put("a", 1L);

        assertThat(canonical.digest(tally(there))).isEqualTo(canonical.digest(tally(back)));
    }

    @Test
    void noticesAnyChange() {
        Documents<Tally> documents = written(1, changes);
        String before = CanonicalHash.of(documents);
        Tally one = changes.getFirst().after();
        Tally other = new Tally(
                one.driverId(),
                one.name() + "!",
                one.plates(),
                one.eventsByHour(),
                one.sum(),
                one.lastPlate(),
                one.changedAt(),
                one.position());
        documents.write(List.of(new Change<>(one, other)));

        assertThat(CanonicalHash.of(documents)).isNotEqualTo(before);
    }

    @Test
    void isTheSameForDocumentsThatNeverSawAStore() {
        Canonical<Tally> canonical = new Canonical<>(documents(1));
        CanonicalHash inMemory = new CanonicalHash();
        changes.stream()
                .map(Change::after)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .forEach(view -> inMemory.add(canonical.digest(view)));

        assertThat(inMemory.hash()).isEqualTo(CanonicalHash.of(written(1, changes)));
    }

    private Documents<Tally> documents(int generation) {
        return new Documents<>(stores.database(), tallies, new Generation("tallies", generation));
    }

    private Documents<Tally> written(int generation, List<Change<Tally>> order) {
        Documents<Tally> documents = documents(generation);
        order.forEach(change -> documents.write(List.of(change)));
        return documents;
    }

    private static Tally tally(Map<String, Long> byHour) {
        return new Tally("d", "n", List.of(), byHour, 0, null, Instant.EPOCH, 1);
    }
}
