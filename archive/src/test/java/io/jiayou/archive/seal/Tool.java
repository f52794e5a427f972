package io.jiayou.archive.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the operating system. */
final class Tool {

    private Tool() {}

    static boolean isThere(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }

    /** What it prints; it has to end well, and soon. */
    static byte[] run(Path directory, String... words) throws IOException, InterruptedException {
        Path out = directory.resolve(words[0] + ".out");
        Process process = new ProcessBuilder(List.of(words))
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(directory.resolve(words[0] + ".err").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(words[0] + ": " + Files.readString(directory.resolve(words[0] + ".err")));
        }
        return Files.readAllBytes(out);
    }
}
