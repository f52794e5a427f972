package io.jiayou.standalone;

import io.jiayou.privacy.PrivateDirectory;
import io.jiayou.transparency.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Marks a data directory into which a restore hasn't ended: such a half is continued, and never started. */
public record Unfinished(Path data) {

    private static final String MARK = "restore.unfinished";

    public boolean isThere() {
        return Files.exists(data.resolve(MARK));
    }

    /** @throws IOException if a restore into it hasn't ended */
    public void expectNone() throws IOException {
        if (isThere()) {
            throw new Unusable("a restore into {0} hasn't ended: run it again, it goes on", data);
        }
    }

    /**
     * Before the first byte.
     *
     * @throws IOException if something else is in the directory
     */
    public void begin() throws IOException {
        OwnDirectory own = new OwnDirectory(data);
        own.expectUsable();
        if (!isThere() && !own.isEmpty() && !holdsDraftAlone()) {
            throw new Unusable("{0} isn't empty, and nothing was being restored there", data);
        }
        PrivateDirectory.make(data);
        if (isThere()) {
            return;
        }
        DurableFiles.replace(
                data.resolve(MARK), "A restore into this directory hasn't ended.\n".getBytes(StandardCharsets.UTF_8));
    }

    /** A restore that ended before it had made its mark, by a kill or a full disk, has left a draft of it. */
    private boolean holdsDraftAlone() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.allMatch(file -> String.valueOf(file.getFileName()).startsWith(MARK));
        }
    }

    public void end() throws IOException {
        Files.deleteIfExists(data.resolve(MARK));
    }
}
