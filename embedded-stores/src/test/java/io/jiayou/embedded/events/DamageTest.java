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
        try (RocksEventStorageEngine engine = Fixtures.open(directory)) {
            engine.appendEvents(events("a", 0, 10));
        }
        try (EventDatabase database = DataDirectory.open(directory);
                WriteBatch batch = new WriteBatch()) {
            batch.delete(database.handle(Column.EVENTS), Keys.index(index));
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
