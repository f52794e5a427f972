package io.jiayou.embedded.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.DBOptions;
import org.rocksdb.RocksDB;

class DataDirectoryTest {

    @TempDir
    Path directory;

    @Test
    void isMadeWithItsParents() {
        Path deep = directory.resolve("a/b/events");

        Fixtures.open(deep).close();

        assertThat(deep).isDirectory();
    }

    @Test
    void isOpenedOnceInAProcess() {
        try (RocksEventStorageEngine engine = Fixtures.open(directory)) {
            assertThatThrownBy(() -> Fixtures.open(directory))
                    .isInstanceOf(EventStoreException.class)
                    .hasMessageContaining("already open in this process");

            engine.appendEvents(Fixtures.event("a", 0));
        }
    }

    @Test
    void isRefusedInANewerFormat() throws Exception {
        try (EventDatabase database = DataDirectory.open(directory)) {
            byte[] newer =
                    ByteBuffer.allocate(4).putInt(DataDirectory.FORMAT + 1).array();
            database.putSynced(Column.META, "format".getBytes(UTF_8), newer);
        }

        assertThatThrownBy(() -> Fixtures.open(directory))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void isRefusedWithColumnsOfANewerFormat() throws Exception {
        Fixtures.open(directory).close();
        List<ColumnFamilyDescriptor> columns = new ArrayList<>();
        for (Column column : Column.values()) {
            columns.add(new ColumnFamilyDescriptor(column.bytes()));
        }
        try (DBOptions options = new DBOptions();
                RocksDB rocks = RocksDB.open(options, directory.toString(), columns, new ArrayList<>())) {
            rocks.createColumnFamily(new ColumnFamilyDescriptor("proofs".getBytes(UTF_8)));
        }

        assertThatThrownBy(() -> Fixtures.open(directory))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void isRefusedWhenItIsAFile() throws IOException {
        Path file = Files.createFile(directory.resolve("events"));

        assertThatThrownBy(() -> Fixtures.open(file))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining(file.toString());
    }

    /** Cutting the log at the hole would lose acknowledged events without a word. */
    @Test
    void isRefusedWhenItsLogIsDamagedBeforeTheEnd() throws Exception {
        try (RocksEventStorageEngine engine = Fixtures.open(directory)) {
            for (int sequence = 0; sequence < 50; sequence++) {
                engine.appendEvents(Fixtures.event("a", sequence));
            }
        }
        Path log;
        try (var files = Files.list(directory)) {
            log = files.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(log);
        bytes[bytes.length / 2] ^= 1;
        Files.write(log, bytes);

        assertThatThrownBy(() -> Fixtures.open(directory))
                .isInstanceOf(EventStoreException.class)
                .hasMessageContaining("can't be opened");
    }
}
