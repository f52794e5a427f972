package io.jiayou.acceptance;

import io.jiayou.command.CommandSide;
import io.jiayou.query.QuerySide;
import io.jiayou.standalone.Standalone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Command side and query side as two processes, neither with the other's classes, and the stores that they need. */
final class TwoSides implements AutoCloseable {

    private static final String IDENTIFIER_KEY = "YWNjZXB0YW5jZS10ZXN0LWtleS1vZi0zMi1ieXRlcyE=";

    private final Path directory;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
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
        String commands = side(
                CommandSide.class,
                "query-side",
                List.of(),
                Map.of("JIAYOU_AXON_SERVERS", axonServer, "JIAYOU_IDENTIFIER_KEY", IDENTIFIER_KEY));
        List<String> more = new ArrayList<>(List.of(ofQueries));
        more.add("--jiayou.archive.commands=" + commands);
        queries = querySide(axonServer, mongo, more.toArray(String[]::new));
        return new Journey(new Api(commands, queries));
    }

    /** Starts the query side alone, with the audit log. */
    String querySide(String axonServer, String mongo, String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                "--jiayou.audit.directory=" + directory.resolve("audit"), "--jiayou.audit.checkpoint-every=500ms"));
        arguments.addAll(List.of(more));
        return side(
                QuerySide.class,
                "command-side",
                arguments,
                Map.of("JIAYOU_AXON_SERVERS", axonServer, "JIAYOU_MONGODB_URI", mongo));
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
                "nothing",
                Stream.concat(Stream.of("--jiayou.data=" + directory.resolve("data")), Stream.of(more))
                        .toList(),
                Map.of());
    }

    private String side(Class<?> main, String without, List<String> more, Map<String, String> environment)
            throws IOException, InterruptedException {
        int port = ChildProcess.freePort();
        String address = "http://127.0.0.1:" + port;
        List<String> arguments =
                Stream.concat(Stream.of("--server.port=" + port), more.stream()).toList();
        running(ChildProcess.java(directory, main, without, arguments, environment))
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
