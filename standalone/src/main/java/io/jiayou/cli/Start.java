package io.jiayou.cli;

import io.jiayou.rules.Detail;
import io.jiayou.standalone.DirectoryLock;
import io.jiayou.standalone.ListeningAddress;
import io.jiayou.standalone.OwnDirectory;
import io.jiayou.standalone.Unfinished;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./jiayou start}. */
@Command(
        name = "start",
        description = "Start the system and wait until it serves.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Settings, such as jiayou.business-zone, are read from the environment (JIAYOU_BUSINESSZONE=Europe/Berlin"
                    + " ./jiayou start) or from a file standalone.yaml in the directory that it is started from;"
                    + " docs/settings.md lists them all."
        })
final class Start implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration TO_END = Duration.ofSeconds(10);
    private static final long LOOK_AGAIN_MILLIS = 100;
    private static final int USUAL_PORT = 8080;
    private static final String STAND_INS = "--jiayou.stand-ins=true";

    @Option(names = "--demo", description = "Seed generated stations, prices, drivers, a week of orders and feedback.")
    private boolean demo;

    @Option(
            names = "--stand-ins",
            description =
                    "For trials: let a stand-in take WeChat's place, with which anybody logs in as anybody, and write"
                            + " phone codes to the log. --demo has them.")
    private boolean standIns;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen on; 0 takes a free one. Default: 8080.")
    private @Nullable Integer port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description =
                    "Where to listen: 127.0.0.1, on this machine alone, or 0.0.0.0, at all its addresses. Default: what"
                            + " SERVER_ADDRESS says, else 127.0.0.1.")
    private @Nullable String address;

    @Option(names = "--foreground", description = "Stay in front and log to standard output.")
    private boolean foreground;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = data.directory();
        new OwnDirectory(directory).expectOurs();
        new Unfinished(directory).expectNone();
        Optional<String> listening = Optional.ofNullable(address).map(Start::listening);
        int wanted = Ports.valid("--port", port == null ? USUAL_PORT : port);
        Optional<ProcessFile> running = data.found();
        running.ifPresent(data::expectPort);
        if (running.isPresent() && answers(running.get())) {
            expectAsWanted(running.get(), listening);
            report(running.get(), Detail.of("already runs"), 0);
            return 0;
        }
        DirectoryLock.expectFree(directory);
        ServerProcess server = new ServerProcess(directory, listening, Ports.chosen(wanted), demo, demo || standIns);
        server.expectPortsFree();
        return foreground ? server.inForeground() : inBackground(server);
    }

    private int inBackground(ServerProcess server) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process process = server.inBackground();
        Leash untilReady = new Leash(process, TO_END);
        ProcessFile file = server.note(process);
        try {
            awaitReadiness(process, file, server);
        } catch (IOException | InterruptedException | RuntimeException e) {
            // What can't serve mustn't go on trying.
            untilReady.pull();
            file.delete(data.directory());
            throw e;
        } finally {
            untilReady.close();
        }
        report(
                file,
                Detail.of("serves"),
                Duration.ofNanos(System.nanoTime() - started).toMillis());
        return 0;
    }

    /** Its own process listens, and nobody else on that port, and is ready. */
    private void awaitReadiness(Process process, ProcessFile file, ServerProcess server)
            throws IOException, InterruptedException {
        RunningSystem system = new RunningSystem(file.port(), file.managementPort());
        try (Progress progress = new Progress(Say.text(Detail.of("starting")), !json.asked())) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            for (long looks = 0; System.nanoTime() < deadline; looks++) {
                if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new Failure("the process ended: {0}", server.lastWords());
                }
                if (DirectoryLock.isHeldAndListens(data.directory(), process.pid()) && system.ready()) {
                    return;
                }
                progress.at(looks, 0);
            }
        }
        throw new Failure("not ready after {0}; see {1}", PATIENCE, server.log());
    }

    /**
     * A process that was noted, is there and serves; one that is being killed is gone soon.
     *
     * @return whether it serves: if not, it has ended
     */
    private boolean answers(ProcessFile file) throws InterruptedException {
        RunningSystem system = new RunningSystem(file.port(), file.managementPort());
        try (Progress progress = new Progress(Say.text(Detail.of("starting")), !json.asked())) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            for (long looks = 0; System.nanoTime() < deadline; looks++) {
                if (file.handle().isEmpty()) {
                    return false;
                }
                if (system.ready() && file.handle().isPresent()) {
                    return true;
                }
                progress.at(looks, 0);
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        }
        throw new Failure(
                "process {0} runs on {1} and isn't ready; {2} tells more, {3} ends it",
                Long.toString(file.pid()), data.directory(), data.command("status"), data.command("stop"));
    }

    private static String listening(String address) {
        try {
            return ListeningAddress.of(address).text();
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    "--address is 127.0.0.1 or 0.0.0.0, not {0}: its own commands find it on the loopback; a gateway or a packet filter"
                            + " chooses among the others",
                    address);
        }
    }

    /** What can't be had of what runs isn't left out in silence. */
    private void expectAsWanted(ProcessFile running, Optional<String> listening) {
        if (port != null && port != 0 && port != running.port()) {
            throw new Failure(
                    "it already runs on port {0}, not {1}; {2} ends it",
                    Integer.toString(running.port()), Integer.toString(port), data.command("stop"));
        }
        expectAsWanted(running, "--demo", demo, "--jiayou.demo=true");
        expectAsWanted(running, "--stand-ins", standIns, STAND_INS);
        expectAsWanted(running, "--address", listening.isPresent(), "--server.address=" + listening.orElse(""));
    }

    private void expectAsWanted(ProcessFile running, String option, boolean asked, String argument) {
        if (asked && !running.mayHave(argument)) {
            throw new Failure("it already runs, started without this {0}; {1} ends it", option, data.command("stop"));
        }
    }

    private void report(ProcessFile file, Detail what, long millis) throws IOException {
        String address = new RunningSystem(file.port(), file.managementPort()).address();
        if (json.asked()) {
            json.print(Map.of("address", address, "pid", file.pid(), "startMillis", millis));
            return;
        }
        if (millis > 0) {
            Say.line("Jiayou {0} at {1} after {2} ms", what, address, millis);
        } else {
            Say.line("Jiayou {0} at {1}", what, address);
        }
        Say.item("{0} API, to read and to try", address + "/docs");
        Say.item("{0} a dashboard", address + "/api/dashboards/sales?by=day");
        Say.item("{0} the feedback queue", address + "/api/feedback");
        Say.item("{0} tells how it is, {1} ends it", data.command("status"), data.command("stop"));
        Logins.show(data.directory(), file.mayHave(STAND_INS));
    }
}
