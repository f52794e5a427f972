package io.jiayou.embedded.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** Opening a data directory, and saying in one sentence why one can't be opened. */
final class DataDirectory {

    /** Version of the layout of {@link Column}s and {@link Keys}; a directory of a newer one is refused. */
    static final int FORMAT = 1;

    private static final long ROOM_TO_OPEN = 32 << 20;
    private static final byte[] FORMAT_KEY = {'f', 'o', 'r', 'm', 'a', 't'};

    private DataDirectory() {}

    /** @throws EventStoreException if it is in use, of a newer format, damaged or not writable */
    static EventDatabase open(Path directory) {
        Natives.load(directory.resolve("native"));
        RocksSettings settings = new RocksSettings();
        try {
            refuseUnknownColumns(directory);
            List<ColumnFamilyHandle> columns = new ArrayList<>();
            RocksDB rocks = RocksDB.open(settings.database, directory.toString(), settings.columns, columns);
            return checked(new EventDatabase(settings, rocks, columns), directory);
        } catch (RocksDBException failure) {
            settings.close();
            throw explained(failure, directory);
        } catch (RuntimeException failure) {
            settings.close();
            throw failure;
        }
    }

    /** @throws EventStoreException if the disk has too little room to open the directory and write on */
    static void expectRoom(Path directory) {
        try {
            if (Files.getFileStore(directory).getUsableSpace() < ROOM_TO_OPEN) {
                throw new EventStoreException("The disk of the data directory " + directory + " is full");
            }
        } catch (IOException failure) {
            throw new EventStoreException("The data directory " + directory + " can't be reached", failure);
        }
    }

    private static void refuseUnknownColumns(Path directory) throws RocksDBException {
        if (Files.notExists(directory.resolve("CURRENT"))) {
            return;
        }
        Set<String> known =
                Arrays.stream(Column.values()).map(Column::storedName).collect(Collectors.toSet());
        try (Options options = new Options()) {
            for (byte[] name : RocksDB.listColumnFamilies(options, directory.toString())) {
                if (!known.contains(new String(name, UTF_8))) {
                    throw newer(directory);
                }
            }
        }
    }

    private static EventDatabase checked(EventDatabase database, Path directory) throws RocksDBException {
        try {
            byte[] format = database.get(Column.META, FORMAT_KEY);
            if (format == null) {
                database.putSynced(
                        Column.META,
                        FORMAT_KEY,
                        ByteBuffer.allocate(Integer.BYTES).putInt(FORMAT).array());
            } else if (ByteBuffer.wrap(format).getInt() > FORMAT) {
                throw newer(directory);
            }
            return database;
        } catch (RocksDBException | RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    private static EventStoreException newer(Path directory) {
        return new EventStoreException("The data directory " + directory
                + " was written by a newer version of this program, which reads formats up to " + FORMAT);
    }

    private static EventStoreException explained(RocksDBException failure, Path directory) {
        Status status = failure.getStatus();
        String message = String.valueOf(failure.getMessage());
        if (status != null && status.getCode() == Status.Code.IOError && message.contains("lock")) {
            String user =
                    message.contains("current process") ? "already open in this process" : "in use by another process";
            return new EventStoreException("The data directory " + directory + " is " + user, failure);
        }
        return new EventStoreException("The data directory " + directory + " can't be opened: " + message, failure);
    }
}
