package io.jiayou.readmodel.operations;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.projection.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts and hashes the documents of live generations. */
@Component
class DocumentCensus {

    private final Generations generations;
    private final Positions positions;

    DocumentCensus(Generations generations, Positions positions) {
        this.generations = generations;
        this.positions = positions;
    }

    /**
     * What a live generation holds.
     *
     * @param count of documents
     * @param hash their canonical hash, if it was asked for
     * @param from the position before the hash was taken
     * @param to the position afterwards: if it's the same, the hash is that of exactly this position
     */
    record Census(
            long count,
            @Nullable String hash,
            @Nullable Long from,
            @Nullable Long to) {}

    Census of(ReadModel<?> model, boolean withHash) {
        return generations
                .live(model)
                .map(live -> count(model, generations.documents(model, live), withHash))
                .orElse(new Census(0, null, null, null));
    }

    private <V extends View> Census count(ReadModel<?> model, Documents<V> documents, boolean withHash) {
        long count = documents.collection().estimatedDocumentCount();
        if (!withHash) {
            return new Census(count, null, null, null);
        }
        long from = positions.of(model);
        String hash = CanonicalHash.of(documents);
        return new Census(count, hash, from, positions.of(model));
    }
}
