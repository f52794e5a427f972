package io.jiayou.audit.log;

import io.jiayou.transparency.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which alarms there were: {@code alarms.jsonl} beside the log, one line of JSON per alarm that rose or ended, on the disk
 * before anybody goes on. A line that a crash cut short is skipped.
 */
public final class AlarmJournal {

    /**
     * One line.
     *
     * @param raised true when it rose, false when it ended
     * @param what the alarm's stable name
     */
    public record Entry(Instant at, boolean raised, String what, String detail) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;

    private AlarmJournal(Path file) {
        this.file = file;
    }

    /** In the log's directory. */
    public static AlarmJournal in(Path directory) {
        return new AlarmJournal(directory.resolve("alarms.jsonl"));
    }

    synchronized void write(Entry entry) {
        byte[] line = (JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        boolean isNew = !Files.exists(file);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            ByteBuffer rest = ByteBuffer.wrap(end > 0 && !endsALine(channel, end) ? afterHalfALine(line) : line);
            while (rest.hasRemaining()) {
                end += channel.write(rest, end);
            }
            channel.force(true);
            if (isNew) {
                DurableFiles.force(DurableFiles.parent(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("alarms can't be written to " + file, e);
        }
    }

    private static boolean endsALine(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        return last.get(0) == '\n';
    }

    private static byte[] afterHalfALine(byte[] line) {
        return ByteBuffer.allocate(line.length + 1).put((byte) '\n').put(line).array();
    }

    /** What was written from a moment on and before another, in its order. */
    public synchronized List<Entry> between(Instant from, Instant until) {
        List<Entry> entries = new ArrayList<>();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                parse(line)
                        .filter(it -> !it.at().isBefore(from) && it.at().isBefore(until))
                        .ifPresent(entries::add);
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("alarms can't be read from " + file, e);
        }
    }

    private static Optional<Entry> parse(String line) {
        try {
            return line.isBlank() ? Optional.empty() : Optional.of(JSON.readValue(line, Entry.class));
        } catch (JacksonException cutShort) {
            return Optional.empty();
        }
    }
}
