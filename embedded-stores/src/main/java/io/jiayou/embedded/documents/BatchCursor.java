package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The rest of a result, decoded and matched batch by batch as the client asks for it. */
final class BatchCursor extends AbstractCursor {

    private final Iterator<Document> rest;
    private final int largestBatch;

    /**
     * @param largestBatch how many documents fit into one answer, whatever the client asks for
     */
    BatchCursor(long id, Iterator<Document> rest, int largestBatch) {
        super(id);
        this.rest = rest;
        this.largestBatch = largestBatch;
    }

    @Override
    public boolean isEmpty() {
        return !rest.hasNext();
    }

    /** Takes the next documents, as many as fit if the number is 0. */
    @Override
    public List<Document> takeDocuments(int number) {
        int wanted = number > 0 ? Math.min(number, largestBatch) : largestBatch;
        List<Document> taken = new ArrayList<>();
        while (taken.size() < wanted && rest.hasNext()) {
            taken.add(rest.next());
        }
        return taken;
    }
}
