package io.jiayou.audit.clocks;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.jiayou.readmodel.documents.StoreClock;
import java.time.Clock;
import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.stream.StreamSupport;
import org.bson.Document;

/**
 * The collection {@code clocks}: how far each query node's clock is ahead of the read store's, and when that was, by the
 * store's. So all are compared by one clock, whichever is right.
 */
final class NodeClocks {

    private static final Duration LATELY = Duration.ofMinutes(2);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final MongoCollection<Document> clocks;
    private final String node;
    private final Clock own;
    private final StoreClock stores;

    NodeClocks(MongoDatabase database, String node, Clock own, StoreClock stores) {
        this.clocks = database.getCollection("clocks");
        this.node = node;
        this.own = own;
        this.stores = stores;
    }

    /** How far this node's clock is ahead of the store's. */
    Duration ahead() {
        return stores.ahead(own.instant());
    }

    /** Notes how this node's clock goes, and forgets nodes that are long gone. */
    void note() {
        Document mine = new Document("_id", node)
                .append("aheadMillis", ahead().toMillis())
                .append("atMillis", stores.millis());
        clocks.replaceOne(eq("_id", node), mine, new ReplaceOptions().upsert(true));
        clocks.deleteMany(lt("atMillis", stores.millis() - FORGOTTEN.toMillis()));
    }

    /** How far those are apart that were noted lately, the store's own among them. */
    Duration apart() {
        long now = stores.millis();
        LongSummaryStatistics ahead = StreamSupport.stream(
                        clocks.find(gt("atMillis", now - LATELY.toMillis())).spliterator(), false)
                .filter(each -> each.getLong("atMillis") < now + LATELY.toMillis())
                .mapToLong(each -> each.getLong("aheadMillis"))
                .summaryStatistics();
        return ahead.getCount() == 0
                ? Duration.ZERO
                : Duration.ofMillis(Math.max(ahead.getMax(), 0) - Math.min(ahead.getMin(), 0));
    }
}
