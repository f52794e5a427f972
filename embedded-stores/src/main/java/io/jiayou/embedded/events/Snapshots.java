package io.jiayou.embedded.events;

import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The newest snapshot of each aggregate; older ones are replaced. Writing isn't synced: a lost snapshot is made again,
 * and none can be ahead of its events, which were synced before.
 */
final class Snapshots {

    /** A snapshot has no place among the events. */
    private static final long NO_INDEX = -1;

    private final DatabaseGuard database;
    private final Lock storing = new ReentrantLock();

    Snapshots(DatabaseGuard database) {
        this.database = database;
    }

    /** Keeps it unless a newer one is there: two snapshotters may finish in either order. */
    void store(StoredEvent snapshot) {
        byte[] key = Keys.aggregate(snapshot.aggregateId());
        storing.lock();
        try {
            database.call(open -> {
                byte[] present = open.get(Column.SNAPSHOTS, key);
                if (present == null || StoredEvent.decode(present).sequence() <= snapshot.sequence()) {
                    open.putLazily(Column.SNAPSHOTS, key, snapshot.encode());
                }
                return null;
            });
        } finally {
            storing.unlock();
        }
    }

    Optional<EventAt.OfAggregate> newest(String aggregateId) {
        byte[] record = database.call(open -> open.get(Column.SNAPSHOTS, Keys.aggregate(aggregateId)));
        return record == null
                ? Optional.empty()
                : Optional.of(new EventAt.OfAggregate(NO_INDEX, StoredEvent.decode(record)));
    }
}
