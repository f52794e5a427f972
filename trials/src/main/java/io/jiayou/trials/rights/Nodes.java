package io.jiayou.trials.rights;

import io.jiayou.cli.Ports;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.identity.terminallogin.TerminalAssertion;
import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Server;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command side and two query nodes as processes of their own, on an Axon Server whose jar {@code jiayou.axonserver.jar}
 * names; without one, a standalone process, which is one node.
 */
final class Nodes implements AutoCloseable {

    private static final String AXON_SERVER = "jiayou.axonserver.jar";
    private static final String READY = "Axon Server Gateway started on port: ";
    private static final int QUERY_NODES = 2;
    /** What a request says of where it comes from is believed, and many streams are of one account. */
    private static final List<String> SETTINGS = List.of(
            "--jiayou.access=required",
            "--jiayou.lasting.per-actor=1000",
            "--jiayou.perimeter.trusted-proxies=127.0.0.1",
            "--jiayou.perimeter.unlimited=127.0.0.0/8",
            "--jiayou.bounds.hashes-waiting=1000");

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final List<URI> queries = new ArrayList<>();
    private final Path directory;
    private byte[] key = new byte[0];
    private URI commands = URI.create("http://127.0.0.1");

    private Nodes(Path directory) {
        this.directory = directory;
    }

    static Nodes start(Path directory) throws IOException, InterruptedException {
        Nodes nodes = new Nodes(directory);
        try {
            if (isApart()) {
                nodes.startApart(System.getProperty(AXON_SERVER));
            } else {
                nodes.startStandalone();
            }
            return nodes;
        } catch (IOException | InterruptedException | RuntimeException e) {
            nodes.close();
            throw e;
        }
    }

    static boolean isApart() {
        return System.getProperty(AXON_SERVER) != null;
    }

    private void startStandalone() throws IOException, InterruptedException {
        Path data = directory.resolve("data");
        Server server = Server.start(data, SETTINGS.toArray(String[]::new));
        running.push(server);
        server.awaitReady();
        commands = URI.create("http://127.0.0.1:" + server.port());
        queries.add(commands);
        key = Base64.getDecoder()
                .decode(Files.readString(data.resolve("identity/terminal.key")).strip());
    }

    private void startApart(String axonServer) throws IOException, InterruptedException {
        String axon = "localhost:" + axonServer(axonServer);
        EmbeddedMongo mongo = EmbeddedMongo.start();
        running.push(mongo);
        key = random();
        Map<String, String> environment = Map.of(
                "JIAYOU_AXON_SERVERS",
                axon,
                "JIAYOU_MONGODB_URI",
                mongo.uri("jiayou"),
                "JIAYOU_IDENTITY_MONGODB_URI",
                mongo.uri("identity"),
                "JIAYOU_IDENTIFIER_KEY",
                Base64.getEncoder().encodeToString(random()),
                "JIAYOU_MASTER_KEY",
                Base64.getEncoder().encodeToString(random()));
        String terminal =
                "--jiayou.identity.terminal-key=" + Base64.getEncoder().encodeToString(key);
        commands = side("command-side", "command-side", environment, terminal);
        for (int n = 0; n < QUERY_NODES; n++) {
            String keys = "--jiayou.identity.jwks-uri=" + commands + "/.well-known/jwks.json";
            queries.add(side("query-side", "query-side-" + n, environment, keys));
        }
    }

    private URI side(String module, String name, Map<String, String> environment, String more)
            throws IOException, InterruptedException {
        int port = Ports.free();
        List<String> arguments = new ArrayList<>(
                List.of(Side.jar(module).toString(), "--server.address=127.0.0.1", "--server.port=" + port, more));
        arguments.addAll(SETTINGS);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Side side = Side.start(directory, name, java, arguments, environment);
        running.push(side);
        URI address = URI.create("http://127.0.0.1:" + port);
        side.awaitReady(address);
        return address;
    }

    private int axonServer(String jar) throws IOException, InterruptedException {
        Path store = Files.createDirectory(directory.resolve("axon"));
        int grpc = Ports.free();
        List<String> arguments = List.of(
                jar,
                "--server.address=127.0.0.1",
                "--server.port=" + Ports.free(),
                "--axoniq.axonserver.port=" + grpc,
                "--axoniq.axonserver.hostname=localhost",
                "--axoniq.axonserver.domain=",
                "--axoniq.axonserver.controldb-path=" + store,
                "--axoniq.axonserver.controldb-backup-location=" + store,
                "--axoniq.axonserver.pid-file-location=" + store,
                "--axoniq.axonserver.event.storage=" + store,
                "--axoniq.axonserver.snapshot.storage=" + store,
                "--axoniq.axonserver.event.segment-size=16MB",
                "--axoniq.axonserver.snapshot.segment-size=4MB",
                "--axoniq.axonserver.plugins-enabled=false",
                "--axoniq.axonserver.accesscontrol.enabled=false");
        String java = System.getProperty("jiayou.axonserver.java", "java");
        Side server = Side.start(directory, "axon-server", java, arguments, Map.of());
        running.push(server);
        server.awaitLog(READY + grpc);
        return grpc;
    }

    private static byte[] random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** Where commands go. */
    Client commands() {
        return new Client(commands);
    }

    /** Where streams are opened. */
    List<URI> queries() {
        return List.copyOf(queries);
    }

    /** Every node once. */
    List<URI> all() {
        List<URI> all = new ArrayList<>(queries);
        if (!all.contains(commands)) {
            all.add(commands);
        }
        return all;
    }

    /** A token of the terminal. */
    String token(String role, @Nullable String driver, @Nullable String station)
            throws IOException, InterruptedException {
        String assertion = TerminalAssertion.signed(key, role, driver, station, Instant.now());
        Client.Answer answer = commands().send("POST", "/api/sessions/terminal", Map.of("assertion", assertion));
        if (!answer.ok()) {
            throw new IOException("the terminal gets no token: " + answer.body());
        }
        return answer.body().path("accessToken").asString("");
    }

    @Override
    public void close() {
        for (AutoCloseable it : running) {
            try {
                it.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
