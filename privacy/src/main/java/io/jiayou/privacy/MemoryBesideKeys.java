package io.jiayou.privacy;

import io.jiayou.periodic.Memory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notes on tasks that one node does for all, in the store that they all share. */
record MemoryBesideKeys(SecretRecords store) implements Memory {

    private static final String TASKS = "task/";

    @Override
    public Optional<String> find(String task) {
        return store.find(TASKS + task);
    }

    @Override
    public boolean replace(String task, @Nullable String before, String after) {
        return store.replace(TASKS + task, before, after);
    }
}
