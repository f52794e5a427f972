package io.jiayou.cli;

import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Machine;
import io.jiayou.privacy.PrivateDirectory;
import io.jiayou.rules.Detail;
import io.jiayou.standalone.OwnDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.unit.DataSize;

/** How the process of a standalone system is started: with which memory, on which files. */
public final class ServerProcess {

    private static final String MAIN = "io.jiayou.standalone.Standalone";

    /** Further options of the process's JVM, with blanks between them; they win over its own. */
    private static final String OPTIONS = "JIAYOU_JAVA_OPTIONS";

    /**
     * For a process that stays under 768 MB: 384 of heap, and as measured at work 105 of classes, 70 of code, 11 of threads, 40 of
     * the JVM's other parts, 135 of RocksDB, files and what else isn't the JVM's. Young memory is limited, so that the rest is
     * there for what lives for long, the read models' documents.
     */
    private static final List<String> JVM = List.of(
            "-Xms192m",
            "-Xmx384m",
            "-Xmn96m",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:+ExitOnOutOfMemoryError",
            // Ten times as many calls as usual before the second compiler takes a method: else a process that nobody
            // asks spends more than half of its processor time on that (docs/performance.md).
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000",
            // The C library keeps what compilers and RocksDB gave back; a tenth of the process, unless it is asked to
            // let go.
            "-XX:TrimNativeHeapInterval=30000",
            // Whoever computes for long holds a thread that others wait for, and the system divides time among threads
            // alone.
            "-Djdk.virtualThreadScheduler.parallelism=16",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8");

    /** A port of its own for management, as the process reads it. */
    private static final String MANAGEMENT_PORT = "MANAGEMENT_SERVER_PORT";

    private static final String LOG_SIZE = "JIAYOU_BOUNDS_LOGSIZE";
    /** The log rotates: this many files of the same size, the oldest ones packed, are all that there is. */
    private static final int LOG_FILES = 8;

    /** With less on its disk, a log ends somewhere: what stands there last isn't why the process ended. */
    private static final long LEAST_SPACE = DataSize.ofMegabytes(1).toBytes();

    /** As much as a process may have had there until its end, when what is temporary goes. */
    private static final long TEMPORARY_SPACE = DataSize.ofMegabytes(256).toBytes();

    private final Path data;
    private final String classPath;
    private final List<String> command;
    /** Where further options of its JVM come. */
    private final int options;

    private final int port;
    private final List<String> more;
    private long loggedBefore;

    /**
     * @param address where it listens, empty for what its settings say
     * @param standIns whether stand-ins take the place of WeChat and of text messages
     */
    ServerProcess(Path data, Optional<String> address, int port, boolean demo, boolean standIns) {
        this(
                System.getProperty("java.class.path"),
                data,
                port,
                Stream.concat(
                                Stream.of("--jiayou.demo=" + demo, "--jiayou.stand-ins=" + standIns),
                                address.map(it -> "--server.address=" + it).stream())
                        .toList());
    }

    /**
     * @param classPath with everything that the process needs
     * @param more further arguments, as {@code --name=value}
     */
    public ServerProcess(String classPath, Path data, int port, List<String> more) {
        this.data = data;
        this.classPath = classPath;
        this.port = port;
        this.more = more;
        command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(AotCache.options(classPath));
        // What a crash leaves, and uploads on their way, belong to nobody else either.
        command.add("-XX:ErrorFile=" + data.resolve("hs_err_%p.log"));
        command.add("-Djava.io.tmpdir=" + temporary());
        options = command.size();
        command.addAll(List.of("-cp", classPath, MAIN));
        command.addAll(List.of("--server.port=" + port, "--jiayou.data=" + data));
        command.add("--spring.application.name=jiayou");
        command.addAll(more);
    }

    /** The command with what a variable adds to the options of its JVM. */
    private List<String> command(Map<String, String> environment) {
        String wanted = set(OPTIONS, environment);
        if (wanted.isEmpty()) {
            return new ArrayList<>(command);
        }
        List<String> jvm = new ArrayList<>(command.subList(0, options));
        jvm.addAll(List.of(wanted.split("\\s+")));
        List<String> whole = new ArrayList<>(AotCache.leftOutUnlessTaken(jvm, classPath));
        whole.addAll(command.subList(options, command.size()));
        return whole;
    }

    List<String> inBackgroundCommand(Map<String, String> environment) {
        List<String> whole = command(environment);
        whole.addAll(rotatingLog(environment));
        return whole;
    }

    /** A variable of the process's environment: what is given to it, else this process's own. */
    private static String set(String variable, Map<String, String> environment) {
        return environment
                .getOrDefault(variable, System.getenv().getOrDefault(variable, ""))
                .strip();
    }

    private Path temporary() {
        return data.resolve("tmp").toAbsolutePath();
    }

    /** Emptied by the process itself, once it has the directory for itself. */
    private void makeTemporary() throws IOException {
        new OwnDirectory(data).expectOurs();
        PrivateDirectory.make(data);
        PrivateDirectory.make(temporary());
    }

    Process inBackground() throws IOException {
        return inBackground(Map.of());
    }

    /** @param environment variables besides those of this process */
    public Process inBackground(Map<String, String> environment) throws IOException {
        makeTemporary();
        loggedBefore = Files.exists(log()) ? Files.size(log()) : 0;
        ProcessBuilder process = new ProcessBuilder(inBackgroundCommand(environment))
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .redirectInput(new File("/dev/null"));
        process.environment().putAll(environment);
        return started(process);
    }

    /** The C library keeps to two arenas, unless somebody says otherwise: each keeps what its threads gave back, and there are up to eight a core. */
    private static Process started(ProcessBuilder process) throws IOException {
        process.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        return process.start();
    }

    /** What the process logs goes to files of a bounded size; nothing of it to standard output. */
    private List<String> rotatingLog(Map<String, String> environment) {
        String set = set(LOG_SIZE, environment);
        long all = set.isEmpty()
                ? Bound.LOG_SIZE.usual(Machine.here())
                : DataSize.parse(set).toBytes();
        long each = all / LOG_FILES;
        return List.of(
                "--logging.file.name=" + log(),
                "--logging.threshold.console=off",
                "--logging.logback.rollingpolicy.file-name-pattern=" + data.resolve("jiayou.%d{yyyy-MM-dd}.%i.log.gz"),
                "--logging.logback.rollingpolicy.max-file-size=" + each + "B",
                "--logging.logback.rollingpolicy.total-size-cap=" + (all - each) + "B");
    }

    /**
     * Where management of a process listens that this one starts.
     *
     * @throws Failure if what is set is no port
     */
    int managementPort() {
        String set = set(MANAGEMENT_PORT, Map.of());
        return set.isEmpty() ? port : Ports.named(MANAGEMENT_PORT, set);
    }

    /** Notes a process in the data directory, where the commands of {@code ./jiayou} find it. */
    public void makeKnown(Process process) throws IOException {
        note(process);
    }

    ProcessFile note(Process process) throws IOException {
        ProcessFile file = ProcessFile.of(process, port, managementPort(), more);
        file.write(data);
        return file;
    }

    /** @throws Failure if the process couldn't listen where it is to */
    void expectPortsFree() {
        Ports.expectFree(port);
        if (managementPort() != port && managementPort() != 0) {
            Ports.expectFree(managementPort());
        }
    }

    /** Whoever supervises this process supervises that one: it is told to end when this one is, and ends before it. */
    int inForeground() throws IOException, InterruptedException {
        makeTemporary();
        Process process = started(new ProcessBuilder(command(Map.of())).inheritIO());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.destroy();
            process.onExit().join();
        }));
        ProcessFile file = note(process);
        int status = process.waitFor();
        file.delete(data);
        return status;
    }

    public Path log() {
        return data.resolve("jiayou.log");
    }

    /** What the JVM itself says, since the last start. */
    private Path output() {
        return data.resolve("jiayou.out");
    }

    /** Why it ended, in one line. */
    public String lastWords() throws IOException {
        Optional<String> words = LastWords.of(output(), 0).or(() -> LastWords.of(log(), loggedBefore));
        long space = Files.getFileStore(data).getUsableSpace();
        if (space < LEAST_SPACE
                || space < TEMPORARY_SPACE && LastWords.areCutOff(log())
                || words.filter(LastWords::tellOfAFullDisk).isPresent()) {
            return Say.text(Detail.of("no space left on the disk of {0}", data));
        }
        return words.orElseGet(() -> Say.text(Detail.of("see {0}", log())));
    }
}
