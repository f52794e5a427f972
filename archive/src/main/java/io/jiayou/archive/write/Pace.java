package io.jiayou.archive.write;

import io.jiayou.archive.manifest.SegmentManifest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a segment is due, and how long nobody may delete it.
 *
 * @param every how long a new event waits at most
 * @param bytes how many bytes of lines a segment has, give or take one line
 * @param lockedFor how long the files of segments and sets are locked where a target has locks; null for not at all
 */
public record Pace(Duration every, int bytes, @Nullable Duration lockedFor) {

    private static final int MOST = SegmentManifest.LONGEST / 4;

    public Pace {
        if (bytes < 1 || bytes > MOST) {
            throw new IllegalArgumentException("a segment has 1 to " + MOST + " bytes of lines");
        }
    }

    /** 40 s or 8 MB, without locks. */
    public static Pace usual() {
        return new Pace(Duration.ofSeconds(40), 8_000_000, null);
    }
}
