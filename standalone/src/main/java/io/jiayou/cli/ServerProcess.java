package io.jiayou.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the process of a standalone system is started: with which memory, on which files. */
public final class ServerProcess {

    private static final String MAIN = "io.jiayou.standalone.Standalone";

    /** Further options of the process's JVM, with blanks between them; they win over its own. */
    private static final String OPTIONS = "JIAYOU_JAVA_OPTIONS";

    /**
     * For a process that stays under 768 MB with the demonstration data: heap, code, threads, RocksDB's own memory. Far more
     * events take more: 900 MB were seen with 200,000 of them, and a heap of 320 MB. Young memory is limited, so that the rest
     * is there for what lives for long, the read models' documents.
     */
    private static final List<String> JVM = List.of(
            "-Xms192m",
            "-Xmx512m",
            "-Xmn96m",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8");

    private final Path data;
    private final List<String> command;
    private final int port;

    ServerProcess(Path data, int port, boolean demo) {
        this(System.getProperty("java.class.path"), data, port, List.of("--jiayou.demo=" + demo));
    }

    /**
     * @param classPath with everything that the process needs
     * @param more further arguments, as {@code --name=value}
     */
    public ServerProcess(String classPath, Path data, int port, List<String> more) {
        this.data = data;
        this.port = port;
        command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(wanted());
        command.addAll(List.of("-cp", classPath, MAIN));
        command.addAll(List.of("--server.port=" + port, "--jiayou.data=" + data));
        command.add("--spring.application.name=jiayou");
        command.addAll(more);
    }

    private static List<String> wanted() {
        String options = System.getenv().getOrDefault(OPTIONS, "").strip();
        return options.isEmpty() ? List.of() : List.of(options.split("\\s+"));
    }

    Process inBackground() throws IOException {
        return inBackground(Map.of());
    }

    /** @param environment variables besides those of this process */
    public Process inBackground(Map<String, String> environment) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .redirectInput(new File("/dev/null"));
        process.environment().putAll(environment);
        return process.start();
    }

    /** Notes a process in the data directory, where the commands of {@code ./jiayou} find it. */
    public void note(Process process) throws IOException {
        ProcessFile.of(process, port).write(data);
    }

    int inForeground() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }

    public Path log() {
        return data.resolve("jiayou.log");
    }

    /** The last line that says what went wrong. */
    public String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return lines.reversed().stream()
                .filter(line -> line.contains("Exception") || line.contains("ERROR") || line.contains("Description"))
                .findFirst()
                .orElse("see " + log());
    }
}
