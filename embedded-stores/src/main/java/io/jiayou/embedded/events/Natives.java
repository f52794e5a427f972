package io.jiayou.embedded.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.RocksDB;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loading RocksDB's native library, and letting its handles go. */
public final class Natives {

    private static final Logger log = LoggerFactory.getLogger(Natives.class);

    private Natives() {}

    /**
     * Loads the library from a copy inside the given directory. RocksDB's own way leaves a copy of 16 MB in the
     * temporary directory whenever the process is killed; a copy with a fixed name is replaced at the next start.
     */
    public static void load(Path directory) {
        try {
            Files.createDirectories(directory);
            NativeLibraryLoader.getInstance().loadLibrary(directory.toString());
        } catch (IOException | RuntimeException | UnsatisfiedLinkError unusable) {
            log.debug(
                    "The native library can't be loaded from {}, trying the temporary directory", directory, unusable);
        }
        RocksDB.loadLibrary();
    }

    public static void close(AutoCloseable handle) {
        try {
            handle.close();
        } catch (Exception failure) {
            log.warn("A native handle could not be closed", failure);
        }
    }
}
