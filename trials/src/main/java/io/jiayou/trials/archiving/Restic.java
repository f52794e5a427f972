package io.jiayou.trials.archiving;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The backup program of that name, with its defaults, where the machine has it. It compresses and encrypts too. */
final class Restic {

    private static final Path PROGRAM = Path.of("/usr/bin/restic");

    private final Path directory;

    /** @param directory for its repositories and its cache */
    Restic(Path directory) {
        this.directory = directory;
    }

    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /**
     * Backs up a file into a new repository.
     *
     * @return how long that took, without making the repository
     */
    long nanosToBackUp(Path file) throws IOException, InterruptedException {
        Path repository = Files.createTempDirectory(directory, "restic-");
        run(repository, "init");
        long started = System.nanoTime();
        run(repository, "backup", file.toString());
        return System.nanoTime() - started;
    }

    private void run(Path repository, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "--quiet",
                "--repo",
                repository.toString(),
                "--cache-dir",
                directory.resolve("restic-cache").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("RESTIC_PASSWORD", "a repository that is thrown away");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("restic " + words[0] + ": " + said.strip());
        }
    }
}
