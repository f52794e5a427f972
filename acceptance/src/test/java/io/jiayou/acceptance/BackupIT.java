package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.acceptance.monitoring.Expectations;
import io.jiayou.acceptance.monitoring.Scrape;
import io.jiayou.cli.Ports;
import io.jiayou.standalone.Standalone;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A night on duty: an archive is set up, backed up to, verified, restored from, drilled and damaged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;
    private final String data;
    private final String archive;
    private final String kit;
    private @Nullable ChildProcess system;
    private String address = "";

    BackupIT(@TempDir Path directory) {
        this.directory = directory;
        this.data = directory.resolve("data").toString();
        this.archive = directory.resolve("archive").toString();
        this.kit = directory.resolve("kit.txt").toString();
    }

    @BeforeAll
    void start() throws IOException, InterruptedException {
        KeyFile.open(directory.resolve("data/audit"), "log", "jiayou.example/audit", KeyType.NOTE);
        Jiayou.succeeds("backup", "init", "--to", archive, "--kit", kit, "--data", data);
        serve();
        Thread.sleep(1_500);
        // what a rule takes for no full backup yet, and for events that wait
        Scrape before = Scrape.parse(Scrape.text(address));
        Map<String, String> target = Map.of("target", archive);
        assertThat(before.the("jiayou_archive_full_timestamp_seconds", target)).isZero();
        assertThat(before.the("jiayou_archive_behind", target)).isPositive();
        Jiayou.succeeds("backup", "now", "--data", data);
    }

    private void serve() throws IOException, InterruptedException {
        int port = Ports.free();
        address = "http://127.0.0.1:" + port;
        system = ChildProcess.java(
                directory,
                Standalone.class,
                List.of(
                        "--server.port=" + port,
                        "--jiayou.data=" + data,
                        "--jiayou.demo=true",
                        "--jiayou.audit.checkpoint-every=500ms"),
                Map.of());
        system.awaitHealth(address + "/actuator/health/readiness");
        system.noteIn(Path.of(data), port);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (system != null) {
            system.close();
        }
    }

    /** All but those that this system hasn't: no identity for drills is here, and nothing is being rebuilt. */
    @Test
    void theTableOfPeriodicTasksIsWhatRuns() throws Exception {
        Map<String, String> documented = new TreeMap<>(TaskTable.read());
        documented.keySet().removeAll(List.of("drill", "rebuild-claims"));
        documented.put("archive-" + archive, documented.remove("archive-TARGET"));
        documented.put("pruning-records-" + archive, documented.remove("pruning-records-TARGET"));
        documented.put("audit-log", "every 500 ms");

        Map<String, String> running = new TreeMap<>();
        for (JsonNode task : Jiayou.succeeds("status", "--data", data).path("tasks")) {
            running.put(task.path("name").asString(""), task.path("due").asString(""));
            assertThat(task.hasNonNull("complaint")).as(task.toString()).isFalse();
        }
        assertThat(running).isEqualTo(documented);
    }

    /**
     * By its rules and its dashboard; of the disk, the log and the archive it hears what is so. Late, since what it records goes to the
     * archive while others would compare that.
     */
    @Test
    @Order(Integer.MAX_VALUE - 1)
    void monitoringReadsWhatItsRulesAndItsDashboardName() throws Exception {
        Api api = new Api(address, address);
        api.accepted("POST", "/api/drivers", Map.of("driverId", "watched", "name", "王小明", "phone", "13911112222"));
        // what a rule refuses is counted from the first time on
        api.refused(409, "POST", "/api/drivers", Map.of("name", "王大明", "phone", "13911112222"));

        String text = Scrape.text(address);
        Expectations.of(text);

        Scrape scrape = Scrape.parse(text);
        Map<String, String> disk = Map.of("path", Path.of(data).toAbsolutePath().toString());
        assertThat(scrape.the("disk_free_bytes", disk))
                .isBetween(1.0, scrape.the("disk_total_bytes", disk))
                .isCloseTo(directory.toFile().getUsableSpace(), Percentage.withPercentage(20));
        assertThat(scrape.the("jiayou_audit_size", Map.of())).isGreaterThan(100);
        assertThat(scrape.the("jiayou_archive_behind", Map.of("target", archive)))
                .isLessThan(scrape.the("jiayou_audit_size", Map.of()));
        assertThat(scrape.the("jiayou_archive_full_timestamp_seconds", Map.of("target", archive)))
                .isBetween(
                        Instant.now().minusSeconds(900).getEpochSecond() + 0.0,
                        Instant.now().getEpochSecond() + 1.0);
    }

    @Test
    void theArchiveHasAllEventsAndSaysSo() throws Exception {
        JsonNode opened = Jiayou.succeeds("backup", "verify", "--data", data, "--identity", kit);
        JsonNode sets = Jiayou.succeeds("backup", "list", "--data", data).path("sets");

        assertThat(opened.path("events").asLong()).isGreaterThan(100);
        assertThat(sets).hasSize(1);
        assertThat(new Api(address, address)
                        .read("/api/backups")
                        .at("/targets/0/events")
                        .asLong())
                .isGreaterThanOrEqualTo(opened.path("events").asLong());
    }

    @Test
    void aStrangerRestoresFromTheArchiveAndTheKitAlone() throws Exception {
        String restored = directory.resolve("restored").toString();
        String nowhere = directory.resolve("nowhere").toString();
        String[] whole = {"--from", archive, "--identity", kit, "--data", nowhere};
        String[] restore = with(whole, "restore", "--into", restored);

        restoresWhatIsVerified(whole, directory.resolve("verified").toString());
        Jiayou.succeeds(restore);
        assertThat(Path.of(restored, "events")).isDirectory();
        assertThat(Jiayou.run(restore).output()).contains("isn't empty");
    }

    /** Up to the events that were verified, since the archive goes on growing meanwhile: unpaid orders expire by themselves. */
    private JsonNode restoresWhatIsVerified(String[] whole, String into) throws IOException, InterruptedException {
        JsonNode verified = Jiayou.succeeds(with(whole, "backup", "verify"));
        String until = verified.path("events").asString("");
        JsonNode restored = Jiayou.succeeds(with(whole, "restore", "--into", into, "--until", until));
        assertThat(restored.path("root")).isEqualTo(verified.path("root"));
        return verified;
    }

    @Test
    void aRestoreUpToAnEventIsThatBeginning() throws Exception {
        String restored = directory.resolve("beginning").toString();

        JsonNode done = Jiayou.succeeds(
                "restore", "--from", archive, "--identity", kit, "--into", restored, "--until", "42", "--data", data);

        assertThat(done.path("events").asInt()).isEqualTo(42);
        assertThat(Jiayou.json(
                                "restore",
                                "--from",
                                archive,
                                "--identity",
                                kit,
                                "--into",
                                restored + "2",
                                "--until",
                                "99999999")
                        .status())
                .isGreaterThanOrEqualTo(10);
    }

    @Test
    void drillsEqualTheLiveSystem() throws Exception {
        JsonNode drills =
                Jiayou.succeeds("drill", "--data", data, "--identity", kit).path("drills");

        assertThat(drills).hasSize(2).allSatisfy(drill -> {
            assertThat(drill.path("equal").asBoolean()).isTrue();
            assertThat(drill.path("models")).hasSize(7);
        });
        JsonNode listed = new Api(address, address).read("/api/drills");
        assertThat(listed.path("items").size()).isGreaterThanOrEqualTo(2);
        assertThat(listed.path("drills")).isEqualTo(listed.path("items"));
    }

    @Test
    void aDamagedArchiveIsNamedAndNotRestored() throws Exception {
        Path copy = directory.resolve("damaged");
        copy(Path.of(archive), copy);
        Path segment;
        try (Stream<Path> files = Files.list(copy.resolve("segments"))) {
            segment = files.filter(file -> file.toString().endsWith(".age"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);

        Jiayou verified = Jiayou.json("backup", "verify", "--from", copy.toString(), "--identity", kit);
        Jiayou restored = Jiayou.run(
                "restore", "--from", copy.toString(), "--identity", kit, "--into", directory.resolve("no") + "");

        assertThat(verified.status()).isGreaterThanOrEqualTo(10);
        assertThat(JSON.readTree(verified.output()).path("place").asString(""))
                .contains(segment.getFileName().toString());
        assertThat(restored.status()).isGreaterThanOrEqualTo(10);
        assertThat(Jiayou.run("start", "--data", directory.resolve("no").toString())
                        .output())
                .contains("hasn't ended");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void pruningSaysWhatItWouldDoAndThenDoesIt() throws Exception {
        String other = directory.resolve("pruned").toString();
        copy(Path.of(archive), Path.of(other));
        String[] prune = {"backup", "prune", "--from", other, "--data", data};

        JsonNode plan = Jiayou.succeeds(prune).path("plan");
        Jiayou.succeeds("backup", "prune", "--from", other, "--data", data, "--apply");

        assertThat(plan.path("kept").path("0").asString("")).isEqualTo("newest");
        assertThat(plan.path("sets")).isEmpty();
        Jiayou.succeeds("backup", "verify", "--from", other, "--identity", kit);
    }

    @Test
    void theWrongKitOpensNothing() throws Exception {
        Path other = directory.resolve("other.txt");
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(kit)));
        lines.replaceAll(line ->
                line.startsWith("AGE-SECRET-KEY-1") ? "AGE-SECRET-KEY-1" + "Q".repeat(line.length() - 16) : line);
        Files.write(other, lines);

        Jiayou refused = Jiayou.run("backup", "verify", "--from", archive, "--identity", other.toString());

        assertThat(refused.status()).isNotZero();
        assertThat(refused.output()).contains("not an identity").doesNotContain("QQQQ");
    }

    /** What a night of housekeeping does to an archive; last, since the other tests look at it as it was. */
    @Test
    @Order(Integer.MAX_VALUE)
    @EnabledIfSystemProperty(named = "jiayou.slow", matches = "true", disabledReason = "takes long: -Djiayou.slow=true")
    void whatIsPrunedIsRecordedAlsoWhileNothingRunsAndExchangedKeysRestoreAllOfIt() throws Exception {
        Jiayou.succeeds("backup", "now", "--data", data);
        JsonNode status = Jiayou.succeeds("status", "--data", data).path("archive");
        prune("小李");
        JsonNode first = recorded(1);
        stop();
        Jiayou.succeeds("backup", "now", "--data", data);
        prune("夜班");
        assertThat(Jiayou.run("audit", "rotate-key", "--data", data).status()).isZero();
        String newKit = directory.resolve("new-kit.txt").toString();
        Jiayou.succeeds("backup", "rotate-key", "--signing-key", "--kit", newKit, "--data", data);
        serve();
        JsonNode both = recorded(2);
        Jiayou.succeeds("backup", "now", "--data", data);

        assertThat(status.at("/targets/0/sets").asInt()).isEqualTo(2);
        assertThat(status.at("/targets/0/lastFull").asString("")).startsWith("20");
        assertThat(status.path("nextFull").asString("")).startsWith("20");
        assertThat(status.path("lastDrill").path("equal").asBoolean()).isTrue();
        assertThat(payload(first, 0).path("set").asLong()).isZero();
        assertThat(payload(first, 0).path("by").asString("")).isEqualTo("小李");
        assertThat(payload(first, 0).path("rule").asString("")).startsWith("last 1, daily 0");
        assertThat(payload(first, 0).path("target").asString("")).isEqualTo(archive);
        assertThat(payload(both, 1).path("set").asLong()).isEqualTo(1);
        assertThat(payload(both, 1).path("by").asString("")).isEqualTo("夜班");
        verifiesAndRestoresWith(newKit);
    }

    private void prune(String by) throws IOException, InterruptedException {
        Jiayou.succeeds(
                "backup",
                "prune",
                "--apply",
                "--last",
                "1",
                "--daily",
                "0",
                "--weekly",
                "0",
                "--monthly",
                "0",
                "--yearly",
                "0",
                "--by",
                by,
                "--data",
                data);
    }

    private static JsonNode payload(JsonNode events, int at) {
        return events.path(at).path("payload");
    }

    private JsonNode recorded(int events) throws IOException, InterruptedException {
        Api api = new Api(address, address);
        JsonNode found = api.read("/api/history?type=archive.set-pruned").path("events");
        while (found.size() < events) {
            Thread.sleep(200);
            found = api.read("/api/history?type=archive.set-pruned").path("events");
        }
        assertThat(found).hasSize(events);
        return found;
    }

    private void verifiesAndRestoresWith(String newKit) throws IOException, InterruptedException {
        String nowhere = directory.resolve("nowhere").toString();
        String[] all = {"--from", archive, "--identity", kit, "--identity", newKit, "--data", nowhere};

        JsonNode verified =
                restoresWhatIsVerified(all, directory.resolve("rotated").toString());
        Jiayou old = Jiayou.json("backup", "verify", "--from", archive, "--identity", kit, "--data", nowhere);

        assertThat(verified.path("events").asLong())
                .isLessThanOrEqualTo(new Api(address, address)
                        .read("/api/backups")
                        .at("/targets/0/events")
                        .asLong());
        assertThat(old.status()).as(old.output()).isGreaterThanOrEqualTo(10);
    }

    private static String[] with(String[] options, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }
}
