package io.jiayou.recovery;

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

    /**
     * Before the first byte.
     *
     * @throws IOException if something else is in the directory
     */
    public void begin() throws IOException {
        Files.createDirectories(data);
        if (isThere()) {
            return;
        }
        try (Stream<Path> files = Files.list(data)) {
            if (files.findAny().isPresent()) {
                throw new IOException(data + " isn't empty, and nothing was being restored there");
            }
        }
        DurableFiles.replace(
                data.resolve(MARK), "A restore into this directory hasn't ended.\n".getBytes(StandardCharsets.UTF_8));
    }

    public void end() throws IOException {
        Files.deleteIfExists(data.resolve(MARK));
    }
}
