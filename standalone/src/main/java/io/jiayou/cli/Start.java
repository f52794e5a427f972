package io.jiayou.cli;

import io.jiayou.privacy.PrivateDirectory;
import io.jiayou.standalone.Unfinished;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./jiayou start}. */
@Command(name = "start", description = "Start the system and wait until it serves.", mixinStandardHelpOptions = true)
final class Start implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_AGAIN_MILLIS = 100;

    @Option(names = "--demo", description = "Seed generated stations, prices, drivers, a week of orders and feedback.")
    private boolean demo;

    @Option(
            names = "--stand-ins",
            description =
                    "For trials: let a stand-in take WeChat's place, with which anybody logs in as anybody, and write"
                            + " phone codes to the log. --demo has them.")
    private boolean standIns;

    @Option(names = "--port", paramLabel = "N", description = "The port on 127.0.0.1. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(names = "--foreground", description = "Stay in front and log to standard output.")
    private boolean foreground;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = data.directory();
        PrivateDirectory.make(directory);
        new Unfinished(directory).expectNone();
        var running = ProcessFile.running(directory);
        if (running.isPresent()) {
            report(running.get(), "already runs", 0);
            return 0;
        }
        long started = System.nanoTime();
        ServerProcess server = new ServerProcess(directory, port, demo, demo || standIns);
        if (foreground) {
            return server.inForeground();
        }
        Process process = server.inBackground();
        ProcessFile file = ProcessFile.of(process, port, server.managementPort());
        file.write(directory);
        awaitReadiness(process, server);
        report(file, "serves", Duration.ofNanos(System.nanoTime() - started).toMillis());
        return 0;
    }

    private void awaitReadiness(Process process, ServerProcess server) throws IOException, InterruptedException {
        RunningSystem system = new RunningSystem(port, server.managementPort());
        try (Progress progress = new Progress("starting", !json.asked())) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            for (long looks = 0; System.nanoTime() < deadline; looks++) {
                if (process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    ProcessFile.delete(data.directory());
                    throw new Failure("the process ended: " + server.lastWords());
                }
                if (system.ready()) {
                    return;
                }
                progress.at(looks, 0);
            }
        }
        throw new Failure("not ready after " + PATIENCE.toMinutes() + " minutes; see " + server.log());
    }

    private void report(ProcessFile file, String what, long millis) throws IOException {
        String address = new RunningSystem(file.port(), file.managementPort()).address();
        if (json.asked()) {
            json.print(Map.of("address", address, "pid", file.pid(), "startMillis", millis));
            return;
        }
        List.of(
                        "Jiayou " + what + " at " + address + (millis > 0 ? " after " + millis + " ms" : ""),
                        "  API, to read and to try   " + address + "/docs",
                        "  a dashboard               " + address + "/api/dashboards/sales?by=day",
                        "  the feedback queue        " + address + "/api/feedback",
                        "  ./jiayou status tells how it is, ./jiayou stop ends it")
                .forEach(System.out::println);
        Logins.show(data.directory());
    }
}
