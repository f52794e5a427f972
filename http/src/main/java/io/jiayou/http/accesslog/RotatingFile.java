package io.jiayou.http.accesslog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines in a file and its predecessors, which have numbers behind their names: the higher, the older. All of them together never have
 * more bytes than they may. A disk that refuses costs lines, and nobody who writes waits for it. Logback's own rotation looks at the sum of all
 * files only when it rolls over, so that they have more for a while. For many threads.
 */
final class RotatingFile implements AutoCloseable {

    /** With those before it. */
    static final int FILES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(RotatingFile.class);

    private final Path file;
    private final long each;
    private @Nullable OutputStream out;
    private long size;
    private boolean failing;

    private RotatingFile(Path file, long each) {
        this.file = file;
        this.each = each;
    }

    /**
     * Goes on at the end of what is there.
     *
     * @param bytes of all files together
     * @throws IOException if it can't be written
     */
    static RotatingFile open(Path file, long bytes) throws IOException {
        RotatingFile opened = new RotatingFile(file.toAbsolutePath(), bytes / FILES);
        opened.out = opened.append();
        return opened;
    }

    synchronized void write(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > each) {
            return;
        }
        try {
            if (out == null || size + bytes.length > each) {
                close();
                if (size + bytes.length > each) {
                    rotate();
                }
                out = append();
            }
            out.write(bytes);
            size += bytes.length;
            failing = false;
        } catch (IOException e) {
            tell(e);
        }
    }

    /** Opens it, and makes it for its owner alone if it isn't there. */
    private OutputStream append() throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file);
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        }
        size = Files.size(file);
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotate() throws IOException {
        for (int older = FILES - 2; older >= 0; older--) {
            Path from = numbered(older);
            if (Files.exists(from)) {
                Files.move(from, numbered(older + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path numbered(int number) {
        return number == 0 ? file : file.resolveSibling(file.getFileName() + "." + number);
    }

    /** Once for each time that it begins. */
    private void tell(IOException e) {
        close();
        if (!failing) {
            LOG.error("The access log can't be written, requests go on without: {}", e.toString());
        }
        failing = true;
    }

    @Override
    public synchronized void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException e) {
            LOG.debug("what was written is written", e);
        }
        out = null;
    }
}
