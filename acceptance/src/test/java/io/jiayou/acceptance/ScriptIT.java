package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script itself where it is rarely tried: in a folder whose name has a blank and Chinese in it, called by a link and from elsewhere,
 * in a locale that knows ASCII alone, without a home.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScriptIT {

    private static final Path SCRIPT = Path.of("..", "jiayou");
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
    private static final String STATIONS = """
        {"type": "FeatureCollection", "features": [{"type": "Feature",
          "properties": {"@id": "node/1", "amenity": "fuel", "name": "康健加油站"},
          "geometry": {"type": "Point", "coordinates": [121.4, 31.2]}}]}
        """;

    private final Path directory;
    private final Path clone;
    private final Path data;
    private String port = "";

    ScriptIT(@TempDir Path directory) {
        this.directory = directory;
        this.clone = directory.resolve("加 油");
        this.data = clone.resolve("data");
    }

    private record Run(int status, String output) {}

    /** A clone as far as the script sees it: built, with no source that is newer. */
    @BeforeAll
    void cloneAndStart() throws IOException, InterruptedException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "this JVM can't name the folder");
        Path module = Files.createDirectories(clone.resolve("standalone"));
        Files.createDirectories(module.resolve("src/main"));
        for (Path pom : List.of(clone.resolve("pom.xml"), module.resolve("pom.xml"))) {
            Files.setLastModifiedTime(Files.writeString(pom, ""), FileTime.fromMillis(0));
        }
        Path built = ChildProcess.jarOf(io.jiayou.cli.Jiayou.class).toRealPath();
        Files.createSymbolicLink(module.resolve("target"), built.getParent());
        Files.copy(SCRIPT, clone.resolve("jiayou"));
        Files.createSymbolicLink(
                Files.createDirectory(directory.resolve("bin")).resolve("加油"), Path.of("../加 油/jiayou"));

        Run started = run("bin/加油 start --port 0");

        assertThat(started.status()).as(started.output()).isZero();
        assertThat(started.output())
                .contains("Jiayou serves at http://127.0.0.1:")
                .contains("one-time password in " + data.resolve("identity/first-login"))
                .doesNotContain(
                        Files.readString(data.resolve("identity/first-login")).strip());
        Matcher address = ADDRESS.matcher(started.output());
        assertThat(address.find()).isTrue();
        port = address.group(1);
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (!port.isEmpty()) {
            run("bin/加油 stop");
        }
    }

    /** In {@link #directory}, in an environment in which little is set. */
    private Run run(String command) throws IOException, InterruptedException {
        // from a file, and into one: this JVM may write arguments in another encoding, and what is started holds on to
        // a pipe
        Path script = Files.writeString(directory.resolve("run.sh"), "set -o pipefail\n" + command + "\n");
        Path output = directory.resolve("output");
        List<String> all = new ArrayList<>(List.of("env", "-u", "HOME", "-u", "LANG", "-u", "LC_CTYPE"));
        all.addAll(List.of("LC_ALL=C", "CDPATH=" + directory, "JAVA_HOME=" + System.getProperty("java.home")));
        all.addAll(List.of("bash", script.toString()));
        Process process = new ProcessBuilder(all)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = process.waitFor();
        return new Run(status, Files.readString(output, StandardCharsets.UTF_8));
    }

    @Test
    @Order(1)
    void isFoundFromAnywhere() throws Exception {
        assertThat(run("'加 油/jiayou' status").output()).contains(port + " is ready");
        assertThat(run("cd '加 油' && ./jiayou status").output()).contains(port + " is ready");
    }

    @Test
    @Order(2)
    void readsAndWritesChineseInAnyLocale() throws Exception {
        Files.writeString(directory.resolve("站.json"), STATIONS);

        assertThat(run("cat 站.json | bin/加油 import stations /dev/stdin").output())
                .contains("accepted 1");
        assertThat(run("bin/加油 import stations 站.json").output()).contains("already there 1");
        assertThat(run("bin/加油 history --type station --text 康健 --limit 1 --json")
                        .output())
                .contains("康健加油站");
    }

    @Test
    @Order(2)
    void speaksTheUsersLanguageAlsoWhereItsLocaleIsNotInstalled() throws Exception {
        for (String chinese :
                List.of("LC_ALL=zh_CN.UTF-8", "LC_ALL= LC_MESSAGES=zh_CN.GBK", "LC_ALL= LANG=zh_TW.UTF-8")) {
            assertThat(run(chinese + " bin/加油 status").output()).contains(port + " 已就绪", "读模型", "周期任务");
        }
        assertThat(run("LC_ALL=C LANG=zh_CN.UTF-8 bin/加油 status").output()).contains(port + " is ready", "read model");
        // the shell itself complains of the locale before the script begins
        assertThat(run("LC_ALL=zh_CN.UTF-8 bin/加油 stop --data none").output().lines())
                .filteredOn(line -> !line.startsWith("bash: warning: setlocale"))
                .singleElement()
                .asString()
                .contains("jiayou: ", "上没有系统在运行");
    }

    @Test
    @Order(3)
    void saysWhatKeepsItFromStarting() throws Exception {
        assertThat(run("bin/加油 start --data other --port " + port).output())
                .contains("port " + port + " is taken by another Jiayou, process ")
                .contains(" on " + data)
                .hasLineCount(1);
        assertThat(directory.resolve("other")).doesNotExist();
        assertThat(run("bin/加油 start --port 1").output())
                .contains("already runs on port " + port)
                .hasLineCount(1);
        assertThat(run("bin/加油 start --port " + port).output()).contains("already runs at");
        assertThat(run("bin/加油 start --data '加 油'").output())
                .contains("加 油 isn't empty")
                .hasLineCount(1);
    }

    @Test
    @Order(4)
    void takesUpAnArchiveAtTheNextStartAndLeavesNothingOutOfItAtTheEnd() throws Exception {
        assertThat(run("bin/加油 backup init --to \"$PWD/存 档\" --kit kit.txt").status())
                .isZero();
        assertThat(run("bin/加油 backup now").output())
                .contains("from its next start on: ./jiayou stop, then ./jiayou start")
                .hasLineCount(1);
        kill();
        // in front, as a supervisor has it; the commands find it all the same
        Run served = run("bin/加油 start --foreground --port " + port + " >front.log 2>&1 & front=$!\n"
                + "for look in {1..100}; do bin/加油 status >status.log 2>&1 && break; sleep 0.2; done\n"
                + "bin/加油 token --role operations >token.log && bin/加油 stop && wait $front; echo ended with $?");

        assertThat(Files.size(directory.resolve("token.log"))).isGreaterThan(100);
        assertThat(served.output()).contains("存 档 has everything").contains("ended with 143");
        assertThat(Files.readString(directory.resolve("front.log"))).contains("Tomcat started on port " + port);
    }

    /** Else a supervisor takes it for ended, or starts another one, while it still has the directory. */
    @Test
    @Order(5)
    void aSupervisorsProcessEndsAfterTheOneThatServes() throws Exception {
        Run ended = run("bin/加油 start --foreground --port " + port + " >front.log 2>&1 & front=$!\n"
                + "noted='加 油/data/jiayou.process'\n"
                + "for look in {1..200}; do [ -s \"$noted\" ] && break; sleep 0.1; done\n"
                + "serves=$(sed -n 's/^pid=//p' \"$noted\"); sleep 2; kill -0 $serves && echo it serves\n"
                + "kill -TERM $front; wait $front; kill -0 $serves 2>&1 || echo it had ended");

        assertThat(ended.output()).contains("it serves").contains("it had ended");
    }

    /** Its process goes on for a moment. */
    private void kill() throws IOException {
        Properties process = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("jiayou.process"))) {
            process.load(file);
        }
        ProcessHandle.of(Long.parseLong(process.getProperty("pid"))).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    @Order(6)
    void aStartThatFailsSaysWhyAndLeavesNothingBehind() throws Exception {
        Files.move(data.resolve("identifier.key"), directory.resolve("identifier.key"));

        Run refused = run("bin/加油 start --port " + port);

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output())
                .contains("put " + data.resolve("identifier.key") + " back")
                .hasLineCount(1);
        assertThat(data.resolve("identifier.key")).doesNotExist();
        assertThat(data.resolve("jiayou.process")).doesNotExist();
        assertThat(run("bin/加油 status").output()).contains("nothing runs on " + data);
        Files.move(directory.resolve("identifier.key"), data.resolve("identifier.key"));
    }
}
