package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents of one collection and the ways to find them. Not safe for concurrent use. */
final class IndexedDocuments {

    private final StoredDocuments stored = new StoredDocuments();
    private final FieldIndexes fields = new FieldIndexes(stored);
    private @Nullable UniqueIndex ids;
    private List<UniqueIndex> uniqueBesidesIds = List.of();
    private List<String> indexedPaths = List.of("_id");

    /** A superset of the documents that match, in the order of their insertion. */
    List<StoredDocument> candidates(Document query) {
        PinnedFields pinned = PinnedFields.of(query);
        Optional<Collection<StoredDocument>> found = byId(pinned).or(() -> fields.candidates(pinned));
        return found.map(IndexedDocuments::inOrder)
                .orElseGet(() -> stored.stream().toList());
    }

    private Optional<Collection<StoredDocument>> byId(PinnedFields pinned) {
        UniqueIndex index = ids;
        Optional<Set<Object>> values = pinned.valuesOf("_id");
        return index == null ? Optional.empty() : values.map(index::having);
    }

    private static List<StoredDocument> inOrder(Collection<StoredDocument> found) {
        List<StoredDocument> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(StoredDocument::place));
        return sorted;
    }

    StoredDocument add(Document content) {
        StoredDocument document = new StoredDocument(content);
        stored.add(document);
        fields.added(document, content);
        return document;
    }

    /**
     * Returns whether the new content differs.
     *
     * @param oldContent at least the indexed fields of what it was
     */
    boolean replace(StoredDocument document, Document oldContent, Document newContent) {
        boolean differs = document.replaceWith(newContent);
        if (differs) {
            fields.replaced(document, oldContent, newContent);
        }
        return differs;
    }

    void remove(StoredDocument document) {
        fields.removed(document);
        stored.remove(document);
    }

    /** Every field that an index needs to see, and the id. */
    List<String> indexedPaths() {
        return indexedPaths;
    }

    /** The indexes that a change of a document may violate, given that its id stays. */
    List<UniqueIndex> uniqueBesidesIds() {
        return uniqueBesidesIds;
    }

    /** Keeps what these indexes declare, and nothing else. */
    void declare(List<Index<StoredDocument>> indexes) {
        List<UniqueIndex> unique = indexes.stream()
                .filter(UniqueIndex.class::isInstance)
                .map(UniqueIndex.class::cast)
                .toList();
        ids = unique.stream().filter(index -> index.isOf("_id")).findFirst().orElse(null);
        uniqueBesidesIds = unique.stream().filter(index -> index != ids).toList();
        fields.declare(indexes.stream()
                .filter(index -> index != ids)
                .map(IndexedDocuments::paths)
                .toList());
        indexedPaths = Stream.concat(Stream.of("_id"), indexes.stream().flatMap(index -> paths(index).stream()))
                .distinct()
                .toList();
    }

    private static List<String> paths(Index<StoredDocument> index) {
        return index.getKeys().stream().map(IndexKey::getKey).toList();
    }

    Stream<StoredDocument> stream() {
        return stored.stream();
    }

    int size() {
        return stored.size();
    }
}
