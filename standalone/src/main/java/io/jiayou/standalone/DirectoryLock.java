package io.jiayou.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time has a data directory, from its start to its end however it ends. The file that it holds says which process it
 * is, and whether it listens: a port alone doesn't say whose it is.
 */
public final class DirectoryLock implements AutoCloseable {

    static final String FILE = "jiayou.lock";

    private static final String LISTENS = "listens";

    /** Of this process. A file that is opened again and closed would lose its lock. */
    private static final Map<Path, DirectoryLock> HELD = new ConcurrentHashMap<>();

    private final Path directory;
    private final FileChannel file;

    private DirectoryLock(Path directory, FileChannel file) {
        this.directory = directory;
        this.file = file;
    }

    /**
     * For this process; once more if it has it already.
     *
     * @throws IOException if another process has it
     */
    static synchronized DirectoryLock take(Path data) throws IOException {
        Path directory = data.toRealPath();
        DirectoryLock held = HELD.get(directory);
        if (held == null) {
            held = new DirectoryLock(directory, taken(data));
            HELD.put(directory, held);
        }
        held.file.truncate(0);
        held.append(Long.toString(ProcessHandle.current().pid()));
        return held;
    }

    private static FileChannel taken(Path data) throws IOException {
        FileChannel file = FileChannel.open(data.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(file) == null) {
            file.close();
            throw inUse(data);
        }
        return file;
    }

    /**
     * Nobody has it at this moment. For a process that doesn't hold it.
     *
     * @throws IOException if somebody has
     */
    public static void expectFree(Path data) throws IOException {
        if (!Files.exists(data.resolve(FILE))) {
            return;
        }
        try (FileChannel file = FileChannel.open(data.resolve(FILE), StandardOpenOption.WRITE);
                FileLock lock = locked(file)) {
            if (lock == null) {
                throw inUse(data);
            }
        }
    }

    private static IOException inUse(Path data) throws IOException {
        return lines(data).stream()
                .findFirst()
                .map(pid -> new Unusable("process {0} has {1} already", pid, data))
                .orElseGet(() -> new Unusable("another process has {0} already", data));
    }

    /** Whether that process listens on the port that it was given; one that couldn't have it doesn't. */
    public static boolean isHeldAndListens(Path data, long pid) throws IOException {
        return lines(data).equals(List.of(Long.toString(pid), LISTENS));
    }

    /** As the process that holds it has written them. */
    private static List<String> lines(Path data) throws IOException {
        return Files.exists(data.resolve(FILE)) ? Files.readAllLines(data.resolve(FILE)) : List.of();
    }

    private static @Nullable FileLock locked(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    void listens() throws IOException {
        append(LISTENS);
    }

    private void append(String line) throws IOException {
        file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)), file.size());
    }

    @Override
    public void close() throws IOException {
        HELD.remove(directory);
        file.close();
    }
}
