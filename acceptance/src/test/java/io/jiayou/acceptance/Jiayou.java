package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command of {@code ./jiayou}, as a process of its own. */
record Jiayou(int status, String output) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Jiayou run(String... arguments) throws IOException, InterruptedException {
        return ended(start(arguments));
    }

    /** One that asks a system elsewhere, with the token that an environment holds. */
    static Jiayou runWith(String token, String... arguments) throws IOException, InterruptedException {
        return ended(start(Map.of("JIAYOU_TOKEN", token), arguments));
    }

    /** One in an environment. */
    static Jiayou runIn(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return ended(start(environment, arguments));
    }

    /** What it prints with {@code --json}. */
    static Jiayou json(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        return run(all.toArray(String[]::new));
    }

    /** The same, of a command that has to end well. */
    static JsonNode succeeds(String... arguments) throws IOException, InterruptedException {
        Jiayou run = json(arguments);
        assertThat(run.status()).as(run.output()).isZero();
        return JSON.readTree(run.output());
    }

    private static Jiayou ended(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Jiayou(process.waitFor(), output);
    }

    /** Doesn't wait for its end. */
    static Process start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    private static Process start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                // what tests expect is in English, whoever runs them
                "-Djiayou.language=en",
                "-jar",
                ChildProcess.jarOf(io.jiayou.cli.Jiayou.class).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
