package io.jiayou.audit.refold;

import com.mongodb.MongoClientSettings;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Canonical;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.fold.Folding;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All documents of one read model in memory, as the events so far made them. */
final class ModelFold<V extends View> {

    private final ReadModel<V> model;
    private final TreeMap<String, V> documents = new TreeMap<>();
    private @Nullable String failure;

    ModelFold(ReadModel<V> model) {
        this.model = model;
    }

    String name() {
        return model.name();
    }

    /** Goes on until an event can't be folded: from there on there's only {@link #failure}. */
    void fold(RecordedEvent event) {
        if (failure != null) {
            return;
        }
        try {
            for (String id : model.documentsOf(event.payload())) {
                documents.put(id, Folding.next(model, id, documents.get(id), event));
            }
        } catch (RuntimeException e) {
            failure = "the event at position " + event.position() + " can't be folded: "
                    + e.getClass().getSimpleName();
        }
    }

    @Nullable
    String failure() {
        return failure;
    }

    /** What they are now. */
    CanonicalHash hash() {
        Canonical<V> canonical = new Canonical<>(model.view(), MongoClientSettings.getDefaultCodecRegistry());
        CanonicalHash hash = new CanonicalHash();
        documents.values().forEach(view -> hash.add(canonical.digest(view)));
        return hash;
    }
}
