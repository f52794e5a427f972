package io.jiayou.trials.malformed;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.refold.AllFolds;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.query.AllReadModels;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.standalone.EmbeddedEventRecords;
import io.jiayou.trials.server.Command;
import io.jiayou.trials.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What has to be possible with whatever was accepted: rebuild, export, refold, archive, restore. */
record Afterwards(Path directory, Path data, Map<String, Object> figures, List<String> violations) {

    private static final int CHUNK = 1_000;

    /** While the system runs. */
    void ofTheRunning(Server server) throws IOException, InterruptedException {
        run("rebuild", "--data", data.toString());
        ready(server, "after the rebuild");
        String export = directory.resolve("export.zip").toString();
        String key = data.resolve("audit").resolve("log.vkey").toString();
        run("audit", "export", export, "--data", data.toString());
        run("audit", "verify", export, "--key", key);
        run("audit", "refold", export, "--key", key);
        run("backup", "now", "--data", data.toString());
        ready(server, "after the backup");
    }

    /** Once it's stopped. */
    void ofTheStopped(Path archive, Path kit) throws IOException, InterruptedException {
        run("backup", "now", "--data", data.toString());
        Path restored = directory.resolve("restored");
        run(
                "restore",
                "--from",
                archive.toString(),
                "--identity",
                kit.toString(),
                "--into",
                restored.toString(),
                "--data",
                directory.resolve("nowhere").toString());
        EventSerializer serializer = new EventSerializer();
        try (RocksEventStorageEngine before = RocksEventStorageEngine.open(
                        data.resolve("events"), serializer, serializer, Upcasters.chain());
                RocksEventStorageEngine after = RocksEventStorageEngine.open(
                        restored.resolve("events"), serializer, serializer, Upcasters.chain())) {
            compare(new EmbeddedEventRecords(before), new EmbeddedEventRecords(after));
        }
        // no archive holds these keys: they're put back by hand
        for (Path key : List.of(Path.of("keys", "master.key"), Path.of("identifier.key"))) {
            Files.copy(data.resolve(key), restored.resolve(key));
        }
        try (Server server = Server.start(restored)) {
            server.awaitReady();
            ready(server, "after the restore");
            server.stop();
        }
    }

    private void compare(EventRecords original, EventRecords restored) {
        figures.put("events kept", original.size());
        figures.put("events restored", restored.size());
        long different = Math.abs(original.size() - restored.size());
        for (long position = 0; position < Math.min(original.size(), restored.size()); position += CHUNK) {
            List<String> before = canonical(original.from(position, CHUNK));
            List<String> after = canonical(restored.from(position, CHUNK));
            for (int n = 0; n < Math.min(before.size(), after.size()); n++) {
                different += before.get(n).equals(after.get(n)) ? 0 : 1;
            }
        }
        if (different > 0) {
            violations.add(different + " restored events differ from the original ones, or are missing");
        }
        var models = AllReadModels.find();
        var expected = AllFolds.of(original, models);
        var there = AllFolds.of(restored, models);
        figures.put("read models compared after the restore", expected.size());
        if (!expected.equals(there)) {
            violations.add("the restored events fold to other read models: " + there + " instead of " + expected);
        }
    }

    private static List<String> canonical(List<EventRecord> events) {
        return events.stream()
                .map(event -> HexFormat.of().formatHex(event.canonical()))
                .toList();
    }

    private void ready(Server server, String when) throws InterruptedException, IOException {
        var answer = server.client().send("GET", "/actuator/health/readiness", null);
        if (!answer.ok()) {
            violations.add(when + " the system isn't ready: " + answer.body());
        }
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        Command.Ended ended = Command.run(Map.of(), arguments);
        if (ended.status() != 0) {
            violations.add(
                    String.join(" ", arguments) + " ended with " + ended.status() + ": " + ended.out() + ended.err());
        }
    }
}
