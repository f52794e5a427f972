package io.jiayou.standalone;

import io.jiayou.embedded.records.SyncedRecords;
import io.jiayou.privacy.KeyStore;
import io.jiayou.privacy.MasterKeyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of persons in the data directory, in a directory of their own, with the master key beside them. */
public record EmbeddedKeys(SyncedRecords records) implements KeyStore, AutoCloseable {

    /** In the data directory. */
    public static final String DIRECTORY = "keys";

    private static final String MASTER_KEY = "master.key";

    public static EmbeddedKeys open(Path data) {
        return new EmbeddedKeys(new SyncedRecords(data.resolve(DIRECTORY)));
    }

    public static MasterKeyFile masterKeys(Path data) {
        return new MasterKeyFile(data.resolve(DIRECTORY).resolve(MASTER_KEY));
    }

    @Override
    public Optional<String> find(String key) {
        return records.find(key);
    }

    @Override
    public boolean replace(String key, @Nullable String before, @Nullable String after) {
        return records.replace(key, before, after);
    }

    @Override
    public List<String> keys(String prefix) {
        return records.keys(prefix);
    }

    @Override
    public void shred(String key) {
        records.shred(key);
    }

    @Override
    public void close() {
        records.close();
    }
}
