package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import io.jiayou.embedded.documents.IndexedDatabase.Next;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The answers to bulk writes as MongoDB gives them. The library goes on after a failed update of an ordered bulk, and
 * counts documents that it refused as inserted.
 */
final class BulkWrites {

    private BulkWrites() {}

    static Document insert(Document command, Next library) {
        Document answer = library.handle(command);
        List<Document> errors = documents(answer, "writeErrors");
        if (!errors.isEmpty()) {
            int sent = documents(command, "documents").size();
            answer.put("n", isOrdered(command) ? number(errors.getFirst(), "index") : sent - errors.size());
        }
        return answer;
    }

    static Document update(Document command, Next library) {
        List<Document> updates = documents(command, "updates");
        return isOrdered(command) && updates.size() > 1 ? inOrder(command, updates, library) : library.handle(command);
    }

    private static Document inOrder(Document command, List<Document> updates, Next library) {
        int matched = 0;
        int modified = 0;
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = new ArrayList<>();
        for (int index = 0; index < updates.size() && errors.isEmpty(); index++) {
            Document single = command.clone().append("updates", List.of(updates.get(index)));
            Document answer = library.handle(single);
            matched += number(answer, "n");
            modified += number(answer, "nModified");
            upserted.addAll(at(index, documents(answer, "upserted")));
            errors.addAll(at(index, documents(answer, "writeErrors")));
        }
        Document answer = new Document("n", matched).append("nModified", modified);
        answer.putIfNotNull("upserted", upserted.isEmpty() ? null : upserted);
        answer.putIfNotNull("writeErrors", errors.isEmpty() ? null : errors);
        return answer.append("ok", 1.0);
    }

    private static List<Document> at(int index, List<Document> entries) {
        entries.forEach(entry -> entry.put("index", index));
        return entries;
    }

    private static boolean isOrdered(Document command) {
        return !Boolean.FALSE.equals(command.get("ordered"));
    }

    private static int number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.intValue() : 0;
    }

    @SuppressWarnings("unchecked")
    private static List<Document> documents(Document holder, String field) {
        return new ArrayList<>((Collection<Document>) holder.getOrDefault(field, List.of()));
    }
}
