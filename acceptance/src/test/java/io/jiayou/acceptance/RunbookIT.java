package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.archive.target.S3Server;
import io.jiayou.audit.EventRecord;
import io.jiayou.backup.Archives;
import io.jiayou.cli.Ports;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.recovery.ArchiveConfig;
import io.jiayou.recovery.RecoveryKit;
import io.jiayou.recovery.StoppedSystem;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.standalone.EmbeddedEventRecords;
import io.jiayou.standalone.EmbeddedKeys;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/runbooks/restore.md}, taken from there and run in its order, with an S3 server as the bucket. */
class RunbookIT {

    private static final Path RUNBOOK = Path.of("..", "docs", "runbooks", "restore.md");
    private static final Path S3MOCK = Path.of("..", "archive", "target", "s3mock", "s3mock.jar");
    private static final Pattern BLOCK = Pattern.compile("(?s)```\n(.*?)```");
    private static final Pattern ASSIGNED = Pattern.compile("(?m)^ *(?:export )?([A-Z_]+)=");
    private static final int EVENTS = 60;
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void whatItSaysRestoresALostSystemWordByWord(@TempDir Path directory) throws Exception {
        List<String> blocks = blocks();
        try (S3Server s3 = S3Server.start(S3MOCK, Files.createDirectory(directory.resolve("s3")))) {
            Map<String, String> values = values(directory, s3);
            assertThat(names(blocks.getFirst())).containsExactlyElementsOf(values.keySet());
            leaveBehind(directory, values);
            writeCommand(directory.resolve("jiayou"));

            Run run = run(directory, script(values, blocks.subList(1, blocks.size())));

            assertThat(run.status()).as(run.output()).isZero();
            assertThat(run.output())
                    .contains("HOLDS: " + EVENTS + " events")
                    .contains(EVENTS + " events restored")
                    .contains("serves at http://127.0.0.1:" + values.get("PORT"))
                    .containsPattern("\"size\":6[0-9]")
                    .containsPattern("archive .*usb: last segment 0 up to event 6[0-9] of .*; full backup 0 of ")
                    .containsPattern("last drill .*: equal\n");
            assertThat(run.output().split("equal to the live system", -1)).hasSize(3);
        }
    }

    /** Of the part that is to be followed step by step. */
    private static List<String> blocks() throws IOException {
        String runbook = Files.readString(RUNBOOK);
        return BLOCK.matcher(runbook.substring(0, runbook.indexOf("\n## ")))
                .results()
                .map(block -> block.group(1).stripIndent())
                .toList();
    }

    private static List<String> names(String block) {
        return ASSIGNED.matcher(block).results().map(found -> found.group(1)).toList();
    }

    private static Map<String, String> values(Path directory, S3Server s3) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("TARGET", s3.address("jiayou"));
        values.put("KIT", "kit.txt");
        values.put("KEYS", directory.resolve("safe").toString());
        values.put("DATA", directory.resolve("restored").toString());
        values.put("PORT", Integer.toString(Ports.free()));
        values.put("NEW_TARGET", directory.resolve("usb").toString());
        values.put("NEW_KIT", "new-kit.txt");
        values.put("AWS_ACCESS_KEY_ID", "nobody");
        values.put("AWS_SECRET_ACCESS_KEY", "nothing");
        return values;
    }

    /** What a system has archived, and the copies of its keys; its own directory is lost. */
    private static void leaveBehind(Path directory, Map<String, String> values) throws IOException {
        Path lost = directory.resolve("lost");
        recordIn(lost);
        String logKey = KeyFile.open(lost.resolve("audit"), "log", "jiayou.example/audit", KeyType.NOTE)
                .key()
                .vkey();
        Path kit = directory.resolve(values.getOrDefault("KIT", ""));
        String recipient = RecoveryKit.make(kit, BEGIN).recipient().toString();
        ArchiveConfig config = new ArchiveConfig(List.of(values.getOrDefault("TARGET", "")), List.of(recipient));
        System.setProperty("aws.accessKeyId", values.getOrDefault("AWS_ACCESS_KEY_ID", ""));
        System.setProperty("aws.secretAccessKey", values.getOrDefault("AWS_SECRET_ACCESS_KEY", ""));
        try (StoppedSystem system = StoppedSystem.open(lost)) {
            Archives archives = system.archives(config);
            assertThat(archives.takeSets(List.of(), List.of())).hasOnlyElementsOfType(Archives.Outcome.Taken.class);
            RecoveryKit.believe(kit, archives.keys(), List.of(logKey));
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
        Path safe = Files.createDirectory(Path.of(values.getOrDefault("KEYS", "")));
        Files.copy(lost.resolve("audit/log.key"), safe.resolve("log.key"));
        EmbeddedKeys.masterKeys(lost).readOrMake();
        Files.copy(EmbeddedKeys.masterKeys(lost).file(), safe.resolve("master.key"));
        Files.writeString(safe.resolve("identifier.key"), "YWNjZXB0YW5jZS10ZXN0LWtleS1vZi0zMi1ieXRlcyE=\n");
    }

    private static void recordIn(Path data) throws IOException {
        EventSerializer serializer = new EventSerializer();
        Files.createDirectories(data);
        try (RocksEventStorageEngine engine =
                RocksEventStorageEngine.open(data.resolve("events"), serializer, serializer, Upcasters.chain())) {
            List<EventRecord> events = new ArrayList<>();
            for (int number = 0; number < EVENTS; number++) {
                events.add(driver(number, serializer));
            }
            new EmbeddedEventRecords(engine).append(0, events);
        }
    }

    private static EventRecord driver(int number, EventSerializer serializer) {
        String id = "driver-" + number;
        Instant at = BEGIN.plusSeconds(number);
        DriverRegistered event = new DriverRegistered(id, "王小明", null, "openid-" + number, null, at);
        byte[] payload = serializer.serialize(event, byte[].class).getData();
        Map<String, String> metadata = Map.of("actor", "anonymous", "channel", "api");
        return new EventRecord(
                "event-" + number, at, "Driver", id, 0, "driver.registered", "1", new TreeMap<>(metadata), payload);
    }

    /** As {@code ./jiayou} does it, without building first. */
    private static void writeCommand(Path file) throws IOException {
        Files.writeString(
                file,
                "#!/bin/bash\nexec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -jar '%s' \"$@\"\n"
                        .formatted(System.getProperty("java.home"), ChildProcess.jarOf(io.jiayou.cli.Jiayou.class)));
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static String script(Map<String, String> values, List<String> blocks) {
        StringBuilder script = new StringBuilder("set -euo pipefail\nPS4='+ $EPOCHREALTIME '\n");
        values.forEach((name, value) -> script.append("export %s='%s'\n".formatted(name, value)));
        script.append("trap './jiayou stop --data \"$DATA\"' EXIT\n");
        blocks.forEach(script::append);
        return script.toString();
    }

    private record Run(int status, String output) {}

    private static Run run(Path directory, String script) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("script.sh"), script);
        Process process = new ProcessBuilder(Arrays.asList("bash", "-x", "script.sh"))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
