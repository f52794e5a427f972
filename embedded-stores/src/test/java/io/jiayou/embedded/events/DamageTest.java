package io.jiayou.embedded.events;

import static io.jiayou.embedded.events.Fixtures.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** A store whose columns don't fit together any more says so, and never reads past it. */
class DamageTest {

    @TempDir
    Path directory;

    private void withoutEvent(long index) throws RocksDBException {
        damage((database, batch) -> batch.delete(database.handle(Column.EVENTS), Keys.index(index)));
    }

    private interface Damage {
        void in(EventDatabase database, WriteBatch batch) throws RocksDBException;
    }

    private void damage(Damage damage) throws RocksDBException {
        try (RocksEventStorageEngine engine = Fixtures.open(directory)) {
            engine.appendEvents(events("a", 0, 10));
        }
        try (EventDatabase database = DataDirectory.open(directory);
                WriteBatch batch = new WriteBatch()) {
            damage.in(database, batch);
            database.writeSynced(batch);
        }
    }

    @Test
    void aMissingEventEndsReadingWithAnError() throws Exception {
        withoutEvent(5);
        try (RocksEventStorageEngine engine = Fixtures.open(directory)) {
            assertThatThrownBy(() -> engine.readRaw(0).toList())
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("damaged");
            assertThatThrownBy(() -> engine.readEvents("a").hasNext())
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("damaged");
            assertThat(engine.readRaw(0).limit(5)).hasSize(5);
            assertThat(engine.readRaw(6)).hasSize(4);
        }
    }

    @Test
    void anUnreadableEventEndsReadingAtItsOwnPosition() throws Exception {
        damage((database, batch) ->
                batch.put(database.handle(Column.EVENTS), Keys.index(5), new byte[] {(byte) 0xff, 1, 2}));
        try (RocksEventStorageEngine engine = Fixtures.open(directory)) {
            assertThat(engine.readRaw(0).limit(5)).hasSize(5);
            assertThatThrownBy(() -> engine.readRaw(5).findFirst()).isInstanceOf(EventStoreException.class);
            assertThat(engine.readRaw(6)).hasSize(4);
        }
    }

    @Test
    void aMissingFirstEventIsNoticed() throws Exception {
        withoutEvent(0);
        try (RocksEventStorageEngine engine = Fixtures.open(directory)) {
            assertThatThrownBy(() -> engine.readRaw(0).toList()).isInstanceOf(EventStoreException.class);
        }
    }
}
