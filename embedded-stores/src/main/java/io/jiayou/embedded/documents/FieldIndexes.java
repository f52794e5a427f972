package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The equality indexes of one collection, one for each field that an index mentions. A query is answered from the
 * pinned field with the fewest candidates; all other conditions are left to the query matcher.
 *
 * <p>The first field of an index is kept from the start. Its other fields are kept from the first query on that would
 * gain by it, since most of them only sort. Not safe for concurrent use.
 */
final class FieldIndexes {

    /** Candidates that are matched one by one rather than narrowed by an index that would have to be built first. */
    private static final int FEW = 256;

    private final StoredDocuments documents;
    private final Set<String> declared = new LinkedHashSet<>();
    private final Map<String, FieldIndex> kept = new HashMap<>();

    FieldIndexes(StoredDocuments documents) {
        this.documents = documents;
    }

    /** Declares exactly the given indexes, each as its fields in order; what is no longer mentioned is given up. */
    void declare(Collection<List<String>> indexes) {
        declared.clear();
        indexes.forEach(declared::addAll);
        kept.keySet().retainAll(declared);
        indexes.forEach(fields -> keep(fields.getFirst()));
    }

    void added(StoredDocument document, Document content) {
        kept.values().forEach(index -> index.add(content, document));
    }

    void replaced(StoredDocument document, Document oldContent, Document newContent) {
        kept.values().forEach(index -> index.replace(oldContent, newContent, document));
    }

    void removed(StoredDocument document) {
        if (!kept.isEmpty()) {
            Document content = TopLevelFields.of(kept.keySet()).in(document.bson());
            kept.values().forEach(index -> index.remove(content, document));
        }
    }

    /** A superset of the documents that match what is pinned, or empty if no declared field is pinned. */
    Optional<Collection<StoredDocument>> candidates(PinnedFields pinned) {
        List<String> usable = pinned.paths().stream().filter(declared::contains).toList();
        Optional<Choice> best = best(usable, pinned);
        if (best.isEmpty() || best.get().count() > FEW) {
            usable.forEach(this::keep);
            best = best(usable, pinned);
        }
        return best.map(choice -> choice.index().having(choice.values()));
    }

    private Optional<Choice> best(List<String> usable, PinnedFields pinned) {
        return usable.stream()
                .flatMap(path -> Stream.ofNullable(kept.get(path))
                        .map(index -> Choice.of(index, pinned.valuesOf(path).orElseThrow())))
                .min(Comparator.comparingInt(Choice::count));
    }

    private void keep(String path) {
        kept.computeIfAbsent(path, this::build);
    }

    private FieldIndex build(String path) {
        FieldIndex index = new FieldIndex(path);
        TopLevelFields field = TopLevelFields.of(List.of(path));
        documents.stream().forEach(document -> index.add(field.in(document.bson()), document));
        return index;
    }

    private record Choice(FieldIndex index, Set<Object> values, int count) {

        static Choice of(FieldIndex index, Set<Object> values) {
            return new Choice(index, values, index.countHaving(values));
        }
    }
}
