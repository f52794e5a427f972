package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;

/**
 * An update that gives a document whole, as folds write them. The library handles it as any other update, with four
 * copies of the old document and five of the new one.
 */
record Replacement(Document fields) {

    /** Whether it is a replacement, and not a set of operators. */
    boolean isOne() {
        return fields.keySet().stream().noneMatch(field -> field.startsWith("$"));
    }

    /** The new content: its id first, which stays. Empty if the replacement has another id. */
    Optional<Document> of(Document content) {
        Object id = content.get("_id");
        boolean changesId = fields.containsKey("_id")
                && !IndexedValue.normalised(fields.get("_id")).equals(IndexedValue.normalised(id));
        if (changesId) {
            return Optional.empty();
        }
        Document newContent = new Document("_id", id);
        newContent.putAll(fields);
        newContent.put("_id", id);
        return Optional.of(newContent);
    }
}
