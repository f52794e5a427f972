package io.jiayou.trials.breakdown;

import io.jiayou.transparency.Hash;
import io.jiayou.transparency.TreeHead;
import io.jiayou.trials.bench.Directories;
import io.jiayou.trials.server.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The disk that is restored to fills up: the restore ends with a status and one line, nothing starts on what it left, and
 * once there is room the same command goes on.
 */
final class FullRestore {

    private final ArchivedSystem archived;
    private final SmallDisk disk;
    private final Path data;
    private final Watched watched;
    private final List<TreeHead> heads = new ArrayList<>();
    private long needed;

    FullRestore(ArchivedSystem archived, SmallDisk disk, Watched watched) {
        this.archived = archived;
        this.disk = disk;
        this.data = disk.place().resolve("restored");
        this.watched = watched;
    }

    /** Sees how much room a whole restore takes. */
    void observe() throws IOException, InterruptedException {
        long before = disk.room();
        Command.Ended ended = Command.run(archived.environment(), archived.restore(address(), data));
        watched.expect("a restore with room: " + ended, ended.status() == 0);
        needed = before - disk.room();
        Directories.delete(data);
    }

    private String address() {
        return archived.addresses().getFirst();
    }

    /** @return whether the restore met the full disk */
    boolean fillOnce() throws IOException, InterruptedException {
        disk.fill(archived.system().random().nextLong(needed));
        Command.Ended first = Command.run(archived.environment(), archived.restore(address(), data));
        boolean met = first.status() != 0;
        if (met) {
            watched.expect("a restore to a full disk said: " + first, first.isCleanRefusal());
            expectRefusedStart();
        }
        disk.free();
        Command.Ended second = met ? Command.run(archived.environment(), archived.restore(address(), data)) : first;
        watched.expect("a restore once there was room: " + second, second.status() == 0);
        if (second.status() == 0) {
            JsonNode answer = second.json();
            heads.add(new TreeHead(
                    answer.path("events").asLong(),
                    Hash.parse(answer.path("root").asString(""))));
        }
        if (Files.exists(data)) {
            Directories.delete(data);
        }
        return met;
    }

    private void expectRefusedStart() throws IOException, InterruptedException {
        if (!Files.exists(data) || isEmpty()) {
            return;
        }
        Command.Ended start = Command.run(Map.of(), "start", "--foreground", "--port", "0", "--data", data.toString());
        watched.expect("half a restore was started on: " + start, start.isCleanRefusal());
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.findAny().isEmpty();
        }
    }

    List<TreeHead> heads() {
        return heads;
    }
}
