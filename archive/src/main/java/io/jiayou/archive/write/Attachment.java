package io.jiayou.archive.write;

import io.jiayou.archive.manifest.AttachmentKind;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What goes with a set.
 *
 * @param name lower-case ASCII letters, digits, dots and hyphens; each once in a set
 * @param kind a file, or keys
 * @param keptUntil for keys, and only for them, the moment from which they are gone
 * @param contents written when the set is taken, in a stream of any length
 */
public record Attachment(
        String name, AttachmentKind kind, @Nullable Instant keptUntil, Contents contents) {

    public Attachment {
        if (!name.matches("[a-z0-9][a-z0-9.-]{0,99}")) {
            throw new IllegalArgumentException("an attachment's name has lower-case letters, digits, dots and hyphens");
        }
        if ((kind == AttachmentKind.KEYS) != (keptUntil != null)) {
            throw new IllegalArgumentException("keys, and only keys, are kept until a moment of their own");
        }
    }

    public static Attachment file(String name, Contents contents) {
        return new Attachment(name, AttachmentKind.FILE, null, contents);
    }

    public static Attachment keys(String name, Instant keptUntil, Contents contents) {
        return new Attachment(name, AttachmentKind.KEYS, keptUntil, contents);
    }

    /** Writes its bytes. */
    public interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }
}
