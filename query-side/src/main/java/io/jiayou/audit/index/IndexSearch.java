package io.jiayou.audit.index;

import java.io.IOException;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;

/** Searches for positions. */
final class IndexSearch {

    private IndexSearch() {}

    /** Those of the first documents in an order by position; stops counting once it has them. */
    static long[] positions(IndexSearcher searcher, Query query, Sort byPosition, int atMost) throws IOException {
        var found = searcher.search(query, new TopFieldCollectorManager(byPosition, atMost, null, atMost));
        long[] positions = new long[found.scoreDocs.length];
        for (int n = 0; n < positions.length; n++) {
            Object[] values = ((FieldDoc) found.scoreDocs[n]).fields;
            positions[n] = (Long) values[0];
        }
        return positions;
    }
}
