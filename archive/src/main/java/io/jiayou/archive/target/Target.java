package io.jiayou.archive.target;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place for an archive's files. A name is a path of ASCII letters, digits, dots and hyphens, such as
 * {@code segments/000000000000.note}. What is there is complete: a file appears with all of its bytes or not at all.
 * Every method may throw an {@link IOException}, which says nothing about the archive but that the target fails.
 */
public interface Target {

    /** How people call it, in alarms and reports. */
    String name();

    /** The files whose names begin with this text, by name. */
    List<StoredFile> list(String prefix) throws IOException;

    /** The file from its beginning, to be closed; null if there is none. */
    @Nullable
    InputStream read(String file) throws IOException;

    /**
     * A file that is small unless somebody made it large.
     *
     * @return at most one byte more than {@code most}; null if there is none
     */
    default byte @Nullable [] read(String file, int most) throws IOException {
        try (InputStream in = read(file)) {
            return in == null ? null : in.readNBytes(most + 1);
        }
    }

    /**
     * Makes a file that isn't there yet. Of several that try the same name at once, one makes it. When this returns true
     * the file is durable.
     *
     * @param lockedUntil nobody shall be able to delete it before; ignored where a target can't hold to it
     * @return false if there is a file of this name, whatever is in it
     */
    boolean create(String file, Content content, @Nullable Instant lockedUntil) throws IOException;

    /** Makes or replaces a small file, durably. */
    void replace(String file, byte[] content) throws IOException;

    /** @return false if there was none */
    boolean delete(String file) throws IOException;

    /** Until when nobody can delete the file; empty if it isn't locked, or the target has no locks. */
    Optional<Instant> lockedUntil(String file) throws IOException;
}
