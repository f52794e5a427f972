package io.jiayou.readmodel.documents;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the read store. What nodes write for each other into that store, claims above all, is measured by it, so that
 * it doesn't matter how far apart their own clocks are. It's asked every few seconds; in between time goes on evenly.
 */
public final class StoreClock extends Clock {

    private static final Duration ASKED_EVERY = Duration.ofSeconds(10);
    private static final Document QUESTION = new Document("isMaster", 1);

    private record Told(Instant time, long nanos) {}

    private final MongoDatabase database;
    private final Clock own;
    private final LongSupplier nanos;
    private volatile @Nullable Told told;

    public StoreClock(MongoDatabase database) {
        this(database, Clock.systemUTC(), System::nanoTime);
    }

    /** @param own taken until the store has answered once */
    StoreClock(MongoDatabase database, Clock own, LongSupplier nanos) {
        this.database = database;
        this.own = own;
        this.nanos = nanos;
    }

    @Override
    public Instant instant() {
        long now = nanos.getAsLong();
        Told last = told;
        if (last == null || now - last.nanos() > ASKED_EVERY.toNanos()) {
            last = asked(last);
        }
        return last.time().plusNanos(now - last.nanos());
    }

    private Told asked(@Nullable Told before) {
        long sent = nanos.getAsLong();
        try {
            Date time = Objects.requireNonNull(database.runCommand(QUESTION).getDate("localTime"));
            long halfWay = sent + (nanos.getAsLong() - sent) / 2;
            Told answer = new Told(time.toInstant(), halfWay);
            told = answer;
            return answer;
        } catch (MongoException | IllegalStateException e) { // away, or closed at the end
            // Whoever is at work on the store hears of it too; until it answers, time goes on as it did.
            return before == null ? new Told(own.instant(), sent) : before;
        }
    }

    /** How far a node's clock is ahead of the store's; negative if it is behind. */
    public Duration ahead(Instant nodes) {
        return Duration.between(instant(), nodes);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
