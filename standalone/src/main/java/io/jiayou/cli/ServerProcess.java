package io.jiayou.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the process of a standalone system is started: with which memory, on which files. */
final class ServerProcess {

    private static final String MAIN = "io.jiayou.standalone.Standalone";

    /** The whole process stays under 768 MB: heap, code, threads, RocksDB's own memory. */
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8");

    private final Path data;
    private final List<String> command;

    ServerProcess(Path data, int port, boolean demo) {
        this.data = data;
        command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        command.addAll(List.of("--server.port=" + port, "--jiayou.data=" + data, "--jiayou.demo=" + demo));
        command.add("--spring.application.name=jiayou");
    }

    Process inBackground() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .redirectInput(new File("/dev/null"))
                .start();
    }

    int inForeground() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }

    Path log() {
        return data.resolve("jiayou.log");
    }

    /** The last line that says what went wrong. */
    String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return lines.reversed().stream()
                .filter(line -> line.contains("Exception") || line.contains("ERROR") || line.contains("Description"))
                .findFirst()
                .orElse("see " + log());
    }
}
