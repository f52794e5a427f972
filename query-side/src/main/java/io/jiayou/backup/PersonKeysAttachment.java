package io.jiayou.backup;

import io.jiayou.archive.write.Attachment;
import io.jiayou.privacy.Erasure;
import io.jiayou.privacy.PersonKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The wrapped keys of persons, which go with a full backup for a short time only: as long as they're there, whoever has them and
 * the master key could read those who were erased since. What unwraps them, the master key, never goes with it.
 */
public final class PersonKeysAttachment {

    /** Its name in the set. */
    public static final String NAME = "person-keys";

    private PersonKeysAttachment() {}

    /** @param keptUntil from when on it may be deleted, and is */
    public static Attachment of(PersonKeys keys, Instant keptUntil) {
        return Attachment.keys(NAME, keptUntil, out -> {
            for (String line : keys.lines()) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** The list that goes with every full backup. */
    public static List<String> erasures(PersonKeys keys) {
        return keys.erasures().stream().map(Erasure::line).toList();
    }
}
