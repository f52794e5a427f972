package io.jiayou.http.lasting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code jiayou.lasting}: how much may last longer than a request at a time.
 *
 * @param perActor of one actor on one node
 * @param perNode of all together; 0 for as much as the heap bears, 1,000 at most
 */
@ConfigurationProperties("jiayou.lasting")
public record LastingSettings(
        @DefaultValue("5") int perActor, @DefaultValue("0") int perNode) {

    private static final int MOST = 1_000;

    /** What one live stream was seen to hold, with its buffers. */
    private static final long BYTES_EACH = 100 * 1_024;

    /** Of the heap, one part of so many; fewer than connections, so that streams leave room for requests. */
    private static final int PART = 10;

    int most(long heap) {
        return perNode > 0 ? perNode : (int) Math.clamp(heap / PART / BYTES_EACH, 1, MOST);
    }
}
