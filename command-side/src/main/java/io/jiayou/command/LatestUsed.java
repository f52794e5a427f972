package io.jiayou.command;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the entries that were used latest, up to a number. Not for several threads at once. */
final class LatestUsed<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;

    private final int most;

    LatestUsed(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
