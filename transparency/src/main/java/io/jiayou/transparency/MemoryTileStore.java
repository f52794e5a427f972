package io.jiayou.transparency;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Tiles in memory, gone with the process. */
public final class MemoryTileStore implements TileStore {

    private final Map<String, byte[]> committed = new ConcurrentHashMap<>();
    private final Map<String, byte[]> written = new LinkedHashMap<>();

    @Override
    public byte @Nullable [] read(String path) {
        byte[] content = committed.get(path);
        return content == null ? null : content.clone();
    }

    @Override
    public void write(String path, byte[] content) {
        byte[] there = committed.get(path);
        if (there == null) {
            written.put(path, content.clone());
        } else if (!Arrays.equals(there, content)) {
            throw new IllegalStateException("what is at " + path + " doesn't change");
        }
    }

    @Override
    public void commit() {
        committed.putAll(written);
        written.clear();
    }

    @Override
    public void discard() {
        written.clear();
    }

    @Override
    public void delete(String path) {
        committed.remove(path);
    }

    @Override
    public void deletePartials(String fullPath) {
        committed.keySet().removeIf(path -> path.startsWith(fullPath + ".p/"));
    }

    /** A copy of all that is committed, by path. */
    public Map<String, byte[]> contents() {
        Map<String, byte[]> copy = new TreeMap<>();
        committed.forEach((path, content) -> copy.put(path, content.clone()));
        return copy;
    }
}
