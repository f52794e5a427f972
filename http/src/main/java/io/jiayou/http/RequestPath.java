package io.jiayou.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The path of a request as a problem's {@code instance}; clients send paths that aren't any. */
final class RequestPath {

    private RequestPath() {}

    /** None for what would be read as something else, as {@code //x} is as the name of a host. */
    static Optional<URI> of(@Nullable String path) {
        if (path == null || path.startsWith("//")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(path));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
