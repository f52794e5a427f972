package io.jiayou.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bodies that the server itself reads when somebody asks for a parameter or a part. */
final class Forms {

    private Forms() {}

    static boolean isOne(@Nullable String contentType) {
        return hasParts(contentType) || begins(contentType, "application/x-www-form-urlencoded");
    }

    /** Those whose parts are written to disk. */
    static boolean hasParts(@Nullable String contentType) {
        return begins(contentType, "multipart/");
    }

    private static boolean begins(@Nullable String contentType, String with) {
        return contentType != null
                && contentType.strip().toLowerCase(Locale.ROOT).startsWith(with);
    }
}
