package io.jiayou.cli;

import java.nio.file.Path;
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
}
