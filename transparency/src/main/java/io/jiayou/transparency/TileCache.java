package io.jiayou.transparency;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The full tiles that were used last, at most 256 (2 MiB). Each was checked before it came here. */
final class TileCache {

    private static final int MOST = 256;

    private final Map<Tile, byte[]> tiles = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
            return size() > MOST;
        }
    };

    synchronized byte @Nullable [] get(Tile tile) {
        return tiles.get(tile);
    }

    synchronized void put(Tile tile, byte[] hashes) {
        tiles.put(tile, hashes);
    }
}
