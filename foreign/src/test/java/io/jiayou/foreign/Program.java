package io.jiayou.foreign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** Runs programs in a directory, with an environment beside that of the test; what they print is one text. */
record Program(Path directory, Map<String, String> environment) {

    Program(Path directory) {
        this(directory, Map.of());
    }

    /** Whether there is one that takes these arguments. */
    static boolean isThere(String... command) {
        try {
            return new Program(Path.of(".")).run(command).status() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** What one prints that has to end well. */
    String succeeds(String... command) {
        Ended ended = run(command);
        assertThat(ended.status()).as(ended.output()).isZero();
        return ended.output();
    }

    Ended run(String... command) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Ended(int status, String output) {}
}
