package io.jiayou.embedded.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The documents of one collection in the order of their insertion. Not safe for concurrent use. */
final class StoredDocuments {

    private static final int SMALLEST_TO_COMPACT = 64;

    private final List<@Nullable StoredDocument> places = new ArrayList<>();
    private int gaps;

    void add(StoredDocument document) {
        document.moveTo(places.size());
        places.add(document);
    }

    void remove(StoredDocument document) {
        places.set(document.place(), null);
        gaps++;
        if (places.size() >= SMALLEST_TO_COMPACT && gaps > places.size() / 2) {
            compact();
        }
    }

    private void compact() {
        List<StoredDocument> kept = stream().toList();
        places.clear();
        gaps = 0;
        kept.forEach(this::add);
    }

    int size() {
        return places.size() - gaps;
    }

    Stream<StoredDocument> stream() {
        return places.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
