package io.jiayou.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time has a data directory, from its start to its end however it ends. The file that it holds says which process it
 * is, and whether and where it listens: a port alone doesn't say whose it is.
 */
public final class DirectoryLock implements AutoCloseable {

    static final String FILE = "jiayou.lock";

    /** What the store of events holds as long as it is open. */
    private static final String STORE = "events/LOCK";

    private static final String LISTENS = "listens";
    private static final String PORT = "port=";
    private static final String MANAGEMENT_PORT = "managementPort=";

    /** Whoever looks whether somebody has it may keep it from being taken for a moment. */
    private static final int ATTEMPTS = 20;

    private static final long NEXT_ATTEMPT_MILLIS = 25;

    /** Of this process. A file that is opened again and closed would lose its lock. */
    private static final Map<Path, DirectoryLock> HELD = new ConcurrentHashMap<>();

    private final Path directory;
    private final FileChannel file;

    private DirectoryLock(Path directory, FileChannel file) {
        this.directory = directory;
        this.file = file;
    }

    /**
     * Which process has a directory, and where it listens.
     *
     * @param port 0 if it doesn't say
     */
    public record Holder(long pid, int port, int managementPort) {}

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
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (locked(file, false) != null) {
                expectStoreFree(data, file);
                return file;
            }
            LockSupport.parkNanos(Duration.ofMillis(NEXT_ATTEMPT_MILLIS).toNanos());
        }
        file.close();
        throw inUse(data);
    }

    /**
     * Nobody has it at this moment.
     *
     * @throws IOException if somebody has
     */
    public static void expectFree(Path data) throws IOException {
        if (isHeld(data)) {
            throw inUse(data);
        }
    }

    /**
     * The process that has it at this moment; none if nobody has.
     *
     * @throws IOException if one has it that isn't to be found here
     */
    public static Optional<Holder> holder(Path data) throws IOException {
        if (!isHeld(data)) {
            return Optional.empty();
        }
        List<String> lines = lines(data);
        long pid = number(lines, "");
        if (pid <= 0 || !mayHaveOpen(pid, data.resolve(FILE))) {
            if (!isHeld(data)) {
                return Optional.empty();
            }
            throw new Unusable(
                    "a process has {0} that can't be told from here, in a container or of another user: it is ended where it was started",
                    data);
        }
        int port = (int) number(lines, PORT);
        int management = (int) number(lines, MANAGEMENT_PORT);
        return Optional.of(new Holder(pid, port, management == 0 ? port : management));
    }

    /** The number of a process in a container may be another one's here. */
    private static boolean mayHaveOpen(long pid, Path file) {
        if (!Files.exists(Path.of("/proc", "self", "fd"))) {
            return true;
        }
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.anyMatch(descriptor -> isSame(descriptor, file));
        } catch (IOException | UncheckedIOException notThere) {
            return false;
        }
    }

    private static boolean isSame(Path descriptor, Path file) {
        try {
            return Files.isSameFile(descriptor, file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static boolean isHeld(Path data) throws IOException {
        Path file = data.resolve(FILE);
        return Files.exists(file) && (HELD.containsKey(data.toRealPath()) || isLocked(file));
    }

    private static boolean isLocked(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
                FileLock lock = locked(file, true)) {
            return lock == null;
        }
    }

    /** A process whose own lock somebody has deleted is told by that of its events. */
    private static void expectStoreFree(Path data, FileChannel taken) throws IOException {
        Path store = data.resolve(STORE);
        if (Files.exists(store) && isLocked(store)) {
            taken.close();
            throw new Unusable("another process has {0} already", data);
        }
    }

    private static IOException inUse(Path data) throws IOException {
        long pid = number(lines(data), "");
        return pid > 0
                ? new Unusable("process {0} has {1} already", Long.toString(pid), data)
                : new Unusable("another process has {0} already", data);
    }

    /** Whether that process listens on the port that it was given; one that couldn't have it doesn't. */
    public static boolean isHeldAndListens(Path data, long pid) throws IOException {
        List<String> lines = lines(data);
        return number(lines, "") == pid && lines.contains(LISTENS);
    }

    /** As the process that holds it has written them; of anything else, what can be read of it. */
    private static List<String> lines(Path data) throws IOException {
        Path file = data.resolve(FILE);
        return Files.exists(file)
                ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                : List.of();
    }

    /** What follows a name in the first line that has one; 0 if none has. */
    private static long number(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.matches(name + "[0-9]{1,9}"))
                .findFirst()
                .map(line -> Long.parseLong(line.substring(name.length())))
                .orElse(0L);
    }

    private static @Nullable FileLock locked(FileChannel file, boolean shared) throws IOException {
        try {
            return file.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    void listens(int port) throws IOException {
        append(LISTENS + "\n" + PORT + port);
    }

    /** Where its management has a port of its own. */
    void managementListens(int port) throws IOException {
        append(MANAGEMENT_PORT + port);
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
