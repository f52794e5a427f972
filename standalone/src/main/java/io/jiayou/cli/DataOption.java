package io.jiayou.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** The data directory, which tells one system on this machine from another. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the system keeps everything. Default: data, beside the script.")
    private Path directory = Path.of(System.getProperty("jiayou.home", "."), "data");

    Path directory() {
        return directory.toAbsolutePath().normalize();
    }

    RunningSystem running() {
        return RunningSystem.in(directory());
    }

    /** Tokens for a log: the system of this directory gives them by itself; another one's auditor brings one. */
    Supplier<Optional<String>> auditorAt(String address) {
        return ProcessFile.running(directory())
                .map(file -> running().as("auditor"))
                .filter(system -> address.startsWith(system.address() + "/"))
                .<Supplier<Optional<String>>>map(system -> system::bearer)
                .orElse(() -> Optional.ofNullable(System.getenv("JIAYOU_TOKEN")));
    }
}
