package io.jiayou.acceptance;

import io.jiayou.cli.Ports;
import io.jiayou.command.CommandSide;
import io.jiayou.query.QuerySide;
import io.jiayou.standalone.Standalone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Command side and query side as two processes, neither with the other's classes, and the stores that they need. */
final class TwoSides implements AutoCloseable {

    private static final String IDENTIFIER_KEY = "YWNjZXB0YW5jZS10ZXN0LWtleS1vZi0zMi1ieXRlcyE=";

    private static final String MASTER_KEY = "YW5vdGhlci1rZXktZm9yLXRlc3RzLW9mLTMyLWJ5dGU=";

    private final Path directory;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private String commands = "";
    private String queries = "";

    TwoSides(Path directory) {
        this.directory = directory;
    }

    /** Takes over what has to run for as long as the sides do. */
    <T extends AutoCloseable> T running(T it) {
        running.push(it);
        return it;
    }

    /**
     * Starts both.
     *
     * @param axonServer host:port of its gRPC
     * @param mongo the connection string, with the database
     * @param ofQueries further arguments of the query side
     */
    Journey start(String axonServer, String mongo, String... ofQueries) throws IOException, InterruptedException {
        return start(axonServer, mongo, Map.of(), ofQueries);
    }

    /**
     * Starts both.
     *
     * @param axonServer host:port of its gRPC
     * @param mongo the connection string, with the database
     * @param environment of the query side, besides what it needs
     * @param ofQueries further arguments of the query side
     */
    Journey start(String axonServer, String mongo, Map<String, String> environment, String... ofQueries)
            throws IOException, InterruptedException {
        Path firstLogin = directory.resolve("first-login");
        commands = side(
                CommandSide.class,
                List.of("--jiayou.identity.codes-to-log=true", "--jiayou.identity.first-login=" + firstLogin),
                Map.of(
                        "JIAYOU_ACCESS",
                        "required",
                        "JIAYOU_AXON_SERVERS",
                        axonServer,
                        "JIAYOU_IDENTIFIER_KEY",
                        IDENTIFIER_KEY,
                        "JIAYOU_IDENTITY_MONGODB_URI",
                        identity(mongo),
                        "JIAYOU_MASTER_KEY",
                        MASTER_KEY));
        int port = Ports.free();
        Cast cast = new Cast(
                new Api(commands, "http://127.0.0.1:" + port),
                firstLogin,
                ChildProcess.log(directory, CommandSide.class));
        List<String> more = new ArrayList<>(List.of(ofQueries));
        more.add("--jiayou.archive.commands=" + commands);
        more.add("--jiayou.archive.commands-key=" + cast.key("archive"));
        queries = querySide(port, axonServer, mongo, environment, more);
        return new Journey(cast);
    }

    /** Starts the query side alone, with the audit log; there is no command side whose tokens it could believe. */
    String querySide(String axonServer, String mongo) throws IOException, InterruptedException {
        return querySide(Ports.free(), axonServer, mongo, Map.of(), List.of());
    }

    private String querySide(int port, String axonServer, String mongo, Map<String, String> besides, List<String> more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(more);
        arguments.add("--jiayou.audit.directory=" + directory.resolve("audit"));
        arguments.add("--jiayou.audit.checkpoint-every=500ms");
        if (!commands.isEmpty()) {
            arguments.add("--jiayou.identity.jwks-uri=" + commands + "/.well-known/jwks.json");
        }
        Map<String, String> environment = new HashMap<>(besides);
        environment.put("JIAYOU_ACCESS", commands.isEmpty() ? "open" : "required");
        environment.put("JIAYOU_AXON_SERVERS", axonServer);
        environment.put("JIAYOU_MONGODB_URI", mongo);
        environment.put("JIAYOU_IDENTITY_MONGODB_URI", identity(mongo));
        environment.put("JIAYOU_MASTER_KEY", MASTER_KEY);
        return side(port, QuerySide.class, arguments, environment);
    }

    /** The database of credentials and keys, beside that of read models. */
    private static String identity(String mongo) {
        return mongo.replaceFirst("/jiayou(?=\\?|$)", "/jiayou-identity");
    }

    /** Where the query side serves. */
    String queries() {
        return queries;
    }

    /**
     * Starts both in one process, on embedded stores.
     *
     * @return where it serves
     */
    String standalone(String... more) throws IOException, InterruptedException {
        return side(
                Standalone.class,
                Stream.concat(Stream.of("--jiayou.data=" + directory.resolve("data")), Stream.of(more))
                        .toList(),
                Map.of());
    }

    private String side(Class<?> main, List<String> more, Map<String, String> environment)
            throws IOException, InterruptedException {
        return side(Ports.free(), main, more, environment);
    }

    private String side(int port, Class<?> main, List<String> more, Map<String, String> environment)
            throws IOException, InterruptedException {
        String address = "http://127.0.0.1:" + port;
        List<String> arguments =
                Stream.concat(Stream.of("--server.port=" + port), more.stream()).toList();
        running(ChildProcess.java(directory, main, arguments, environment))
                .awaitHealth(address + "/actuator/health/readiness");
        return address;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable it : running) {
            it.close();
        }
    }
}
