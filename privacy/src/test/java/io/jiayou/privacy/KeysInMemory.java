package io.jiayou.privacy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store of keys for tests, which forgets what is removed. */
public final class KeysInMemory implements KeyStore {

    private final SortedMap<String, String> texts = new TreeMap<>();

    @Override
    public synchronized Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    @Override
    public synchronized boolean replace(String key, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(texts.get(key), before)) {
            return false;
        }
        if (after == null) {
            texts.remove(key);
        } else {
            texts.put(key, after);
        }
        return true;
    }

    @Override
    public synchronized List<String> keys(String prefix) {
        return texts.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    @Override
    public void shred(String key) {}
}
