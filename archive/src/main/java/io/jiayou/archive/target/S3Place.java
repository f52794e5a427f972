package io.jiayou.archive.target;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where in an S3 store an archive lies, and how it is reached.
 *
 * @param bucket exists already; for locks it was made with object lock
 * @param prefix before every name, ending in a slash or empty
 * @param region as the store names it; any for most stores that aren't Amazon's
 * @param endpoint of a store that isn't Amazon's, null for Amazon's own
 * @param pathStyle whether the bucket stands in the path, not in the host's name
 * @param patience how long one attempt at a request takes at most
 */
public record S3Place(
        String bucket,
        String prefix,
        String region,
        @Nullable URI endpoint,
        boolean pathStyle,
        Duration patience) {

    public S3Place {
        if (!prefix.isEmpty() && !prefix.endsWith("/")) {
            throw new IllegalArgumentException("a prefix ends in a slash");
        }
    }
}
