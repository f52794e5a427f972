package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.transparency.KeyFile;
import io.jiayou.transparency.KeyType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
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

/** A real Axon Server as what is archived, and as what an archive is restored into. */
@EnabledIfSystemProperty(
        named = "jiayou.axonserver.jar",
        matches = ".+",
        disabledReason = "no Axon Server: name its jar by -Djiayou.axonserver.jar=…")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AxonServerArchiveIT {

    private static final int LOOKS = 150;

    private final Path directory;
    private final String archive;
    private final String kit;
    private final String large;
    private final String largeKit;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private @Nullable AxonServer source;
    private Api api = new Api("", "");
    private Api auditor = api;
    private String root = "";
    private long size;
    private Path node = Path.of("");
    private SortedMap<String, String> models = new TreeMap<>();

    AxonServerArchiveIT(@TempDir Path directory) {
        this.directory = directory;
        this.archive = directory.resolve("archive").toString();
        this.kit = directory.resolve("kit.txt").toString();
        this.large = directory.resolve("large").toString();
        this.largeKit = directory.resolve("large-kit.txt").toString();
    }

    /** A day on Axon Server, archived by the query node that keeps the audit log. */
    @BeforeAll
    void start() throws Exception {
        String recipient =
                Jiayou.succeeds("backup", "kit", kit).path("recipients").path(0).asString("");
        AxonServer server = running(AxonServer.start(directory, "source"));
        source = server;
        Path own = Files.createDirectory(directory.resolve("source-sides"));
        node = own.resolve("audit");
        TwoSides sides = running(new TwoSides(own));
        Journey journey = sides.start(
                server.address(),
                running(EmbeddedMongo.start()).uri("jiayou"),
                "--jiayou.archive.targets=" + archive,
                "--jiayou.archive.recipients=" + recipient,
                "--jiayou.archive.prepare=true",
                "--jiayou.archive.every=1s");
        journey.registersADriverOnce();
        journey.opensAStationThatIsFoundNearby();
        journey.sellsFuelAndOwesTheDifference();
        journey.cancelsAPaidOrderAndOwesAllOfIt();
        journey.ranksAPaidOrderWithoutFuelFirst();
        api = journey.cast().operations();
        auditor = journey.cast().staff("auditor", null);
        awaitSigned(api, server.events().size());
        assertThat(api.operate("/actuator/backups").at("/targets/0/set").asInt(-1))
                .isZero();
        Jiayou told = Jiayou.runWith(journey.cast().auditorsToken(), "backup", "kit", kit, "--of", sides.queries());
        assertThat(told.status()).as(told.output()).isZero();
        JsonNode status = api.read("/api/audit/status");
        root = status.path("root").asString("");
        size = status.path("size").asLong();
        models = api.hashesAt(size - 1);
    }

    private <T extends AutoCloseable> T running(T it) {
        running.push(it);
        return it;
    }

    private static void awaitSigned(Api api, long events) throws IOException, InterruptedException {
        while (api.read("/api/audit/status").path("size").asLong() < events) {
            Thread.sleep(100);
        }
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable it : running) {
            it.close();
        }
    }

    private JsonNode restored(String option, String where, String... more) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("restore", "--from", archive, "--identity", kit, option, where));
        all.addAll(List.of(more));
        return Jiayou.succeeds(all.toArray(String[]::new));
    }

    private static List<EventRecord> all(EventRecords events) {
        return events.from(0, Math.toIntExact(events.size()));
    }

    private static List<String> canonical(List<EventRecord> events) {
        return events.stream()
                .map(event -> new String(event.canonical(), StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    @Order(1)
    void theArchiveOfAxonServersEventsHoldsToTheLogsRoot() throws Exception {
        JsonNode opened = Jiayou.succeeds("backup", "verify", "--from", archive, "--identity", kit);

        assertThat(opened.path("events").asLong()).isEqualTo(size).isGreaterThan(15);
        assertThat(opened.path("root").asString("")).isEqualTo(root);
        assertThat(opened.path("sets").asLong()).isEqualTo(1);
        assertThat(api.read("/api/backups").at("/targets/0/behind").asLong()).isZero();
    }

    @Test
    @Order(2)
    void theEmbeddedStoreGetsTheSameRootFromIt() throws Exception {
        assertThat(restored("--into", directory.resolve("embedded").toString())
                        .path("root")
                        .asString(""))
                .isEqualTo(root);
    }

    /** A week of generated orders in an embedded store; the restore is killed in the middle, and the same command goes on. */
    @Test
    @Order(3)
    void anInterruptedRestoreIntoAxonServerGoesOn() throws Exception {
        Path home = Files.createDirectories(directory.resolve("demo"));
        String data = home.resolve("data").toString();
        KeyFile.open(home.resolve("data/audit"), "log", "jiayou.example/audit", KeyType.NOTE);
        Jiayou.succeeds("backup", "init", "--to", large, "--kit", largeKit, "--data", data);
        try (TwoSides embedded = new TwoSides(home)) {
            Api demo = new Api("", embedded.standalone("--jiayou.demo=true"));
            awaitSigned(demo, 2_000);
            demo.operate("/actuator/backups");
        }
        JsonNode told = Jiayou.succeeds("backup", "verify", "--from", large, "--identity", largeKit);
        try (AxonServer third = AxonServer.start(directory, "third")) {
            String[] restore = {
                "restore", "--from", large, "--identity", largeKit, "--into-axon-server", third.address()
            };
            EventRecords events = third.events();
            Process killed = Jiayou.start(restore);
            while (events.size() < 300) {
                Thread.onSpinWait();
            }
            killed.destroyForcibly().waitFor();
            long there = events.size();
            JsonNode done = Jiayou.succeeds(restore);

            assertThat(done.path("appended").asLong())
                    .isEqualTo(done.path("events").asLong() - there)
                    .isPositive();
            assertThat(done.path("root")).isEqualTo(told.path("root"));
            refused(archive, kit, third, "OUT_OF_RANGE");
        }
    }

    /** Ids, times, metadata and payloads to the byte; then the read models, folded anew by a node that knows nothing of before. */
    @Test
    @Order(4)
    void anotherAxonServerGetsTheSameEventsAndReadModels() throws Exception {
        try (EmbeddedMongo mongo = EmbeddedMongo.start()) {
            restoresAllOfIt(mongo);
            theSameMongoFindsThatItsTokensAreAhead(mongo);
        }
    }

    private void restoresAllOfIt(EmbeddedMongo mongo) throws Exception {
        try (AxonServer second = AxonServer.start(directory, "second");
                TwoSides sides = new TwoSides(Files.createDirectory(directory.resolve("second-sides")))) {
            JsonNode done = restored("--into-axon-server", second.address());

            assertThat(done.path("root").asString("")).isEqualTo(root);
            assertThat(canonical(all(second.events())))
                    .isEqualTo(canonical(all(Objects.requireNonNull(source).events())));
            Api queries = new Api("", sides.querySide(second.address(), mongo.uri("jiayou")));
            assertThat(queries.hashesAt(size - 1)).isEqualTo(models).hasSize(7);
            awaitPositions(queries, size - 1);
            refused(large, largeKit, second, "OTHER_EVENTS");
        }
    }

    /** As after a restore to a moment, with a read store that has seen what came after it. */
    private void theSameMongoFindsThatItsTokensAreAhead(EmbeddedMongo mongo) throws Exception {
        long until = size - 5;
        Path own = Files.createDirectory(directory.resolve("earlier-sides"));
        try (AxonServer earlier = AxonServer.start(directory, "earlier");
                TwoSides sides = new TwoSides(own)) {
            restored("--into-axon-server", earlier.address(), "--until", Long.toString(until));
            String address = sides.querySide(earlier.address(), mongo.uri("jiayou"));

            Api queries = new Api("", address);
            awaitPositions(queries, until - 1);
            assertThat(queries.hashesAt(until - 1)).isEqualTo(api.hashesAt(until - 1));
            assertThat(Files.readString(own.resolve("QuerySide.log")))
                    .contains("isn't folded from this store's events and is filled again: it stands at position "
                            + (size - 1) + ", and the store ends at " + (until - 1));
        }
    }

    /** A node is ready before it has looked whose events its read models are folded from. */
    private static void awaitPositions(Api queries, long position) throws Exception {
        List<Long> seen = positions(queries);
        for (int looks = 0; looks < LOOKS && !seen.stream().allMatch(it -> it == position); looks++) {
            Thread.sleep(200);
            seen = positions(queries);
        }
        assertThat(seen).hasSize(7).containsOnly(position);
    }

    private static List<Long> positions(Api queries) throws Exception {
        List<Long> positions = new ArrayList<>();
        for (JsonNode model : queries.read("/actuator/readmodels").path("models")) {
            positions.add(model.path("position").asLong());
        }
        return positions;
    }

    /** The command side is another process; its events are on Axon Server. */
    @Test
    @Order(5)
    void whatIsPrunedBecomesAnEventOfTheCommandSide() throws Exception {
        api.operate("/actuator/backups");
        Jiayou.succeeds(
                "backup",
                "prune",
                "--from",
                archive,
                "--identity",
                kit,
                "--apply",
                "--by",
                "ops",
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
                "--data",
                node.toString());

        JsonNode events = auditor.read("/api/history?type=archive.set-pruned").path("events");
        while (events.isEmpty()) {
            Thread.sleep(200);
            events = auditor.read("/api/history?type=archive.set-pruned").path("events");
        }

        assertThat(events.path(0).at("/payload/by").asString("")).isEqualTo("ops");
        assertThat(events.path(0).at("/payload/set").asLong()).isZero();
        assertThat(events.path(0).at("/metadata/channel").asString("")).isEqualTo("archive");
    }

    private static void refused(String from, String identity, AxonServer server, String verdict) throws Exception {
        long before = server.events().size();

        Jiayou refused =
                Jiayou.run("restore", "--from", from, "--identity", identity, "--into-axon-server", server.address());

        assertThat(refused.status()).as(refused.output()).isGreaterThanOrEqualTo(10);
        assertThat(refused.output()).contains(verdict).doesNotContain("\tat ");
        assertThat(server.events().size()).isEqualTo(before);
    }
}
