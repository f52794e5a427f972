package io.jiayou.cli;

import io.jiayou.rules.Detail;
import io.jiayou.standalone.DirectoryLock;
import io.jiayou.standalone.OwnDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The data directory, which tells one system on this machine from another. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the system keeps everything. Default: data, beside the script.")
    private @Nullable String given;

    /** @throws Failure if what is given is no directory's name */
    Path directory() {
        String directory = given;
        if (directory == null) {
            return absolute(Path.of(System.getProperty("jiayou.home", "."), "data"));
        }
        if (directory.isBlank()) {
            throw new Failure("--data is empty: it names the directory where the system keeps everything");
        }
        try {
            return absolute(Path.of(directory));
        } catch (InvalidPathException e) {
            throw new Failure("--data is no name of a directory here: {0}", directory);
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** How another command is called for the same directory. */
    String command(String name) {
        String directory = given;
        String command = "./jiayou " + name;
        if (directory == null) {
            return command;
        }
        boolean plain = directory.matches("[\\p{L}\\p{N}/._+,:@%-]+");
        return command + " --data " + (plain ? directory : "'" + directory.replace("'", "'\\''") + "'");
    }

    /** @throws Failure if nothing runs there, or it can't be seen */
    ProcessFile process() {
        return found().orElseThrow(this::nothingRuns);
    }

    private Failure nothingRuns() {
        OwnDirectory directory = new OwnDirectory(directory());
        try {
            return directory.isEmpty() || directory.isASystems()
                    ? new Failure("nothing runs on {0}; {1} starts it", directory(), command("start"))
                    : new Failure("{0} is no system's directory", directory());
        } catch (IOException e) {
            return Failure.inWordsOf(Reason.of(e));
        }
    }

    /** @throws Failure if it can't be seen whether something runs there */
    Optional<ProcessFile> found() {
        try {
            new OwnDirectory(directory()).expectReadable();
            return ProcessFile.running(directory());
        } catch (IOException e) {
            throw Failure.inWordsOf(Reason.of(e));
        }
    }

    /**
     * Nothing has the directory, whoever started it.
     *
     * @throws Failure saying that the system has to be stopped
     */
    void expectStopped(Detail why) {
        if (found().isPresent()) {
            throw new Failure("the system runs and {0}; {1} stops it", why, command("stop"));
        }
        try {
            DirectoryLock.expectFree(directory());
        } catch (IOException e) {
            throw Failure.inWordsOf(Reason.of(e));
        }
    }

    /** @throws Failure if nothing runs there, or nobody knows where it listens */
    RunningSystem running() {
        ProcessFile process = process();
        expectPort(process);
        return RunningSystem.in(directory(), process);
    }

    /** @throws Failure if nobody knows where it listens */
    void expectPort(ProcessFile process) {
        if (process.port() == 0) {
            throw new Failure(
                    "process {0} has {1}, and where it listens isn't known: {2} ends it",
                    Long.toString(process.pid()), directory(), command("stop"));
        }
    }

    /** Tokens for a log: the system of this directory gives them by itself; another one's auditor brings one. */
    Supplier<Optional<String>> auditorAt(String address) {
        return here().map(file -> RunningSystem.in(directory(), file).as("auditor"))
                .filter(system -> address.startsWith(system.address() + "/"))
                .<Supplier<Optional<String>>>map(system -> system::bearer)
                .orElse(() -> Optional.ofNullable(System.getenv("JIAYOU_TOKEN")).filter(token -> !token.isBlank()));
    }

    /** An auditor whose log is elsewhere needn't be able to read a directory that nobody named. */
    private Optional<ProcessFile> here() {
        return given == null && !Files.isReadable(directory()) ? Optional.empty() : found();
    }
}
