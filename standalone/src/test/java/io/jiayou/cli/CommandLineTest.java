package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What commands say before they do anything. */
class CommandLineTest {

    @TempDir
    private Path directory;

    record Said(int status, String line) {}

    static Said say(String... arguments) {
        StringWriter errors = new StringWriter();
        int status = Jiayou.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
        return new Said(status, errors.toString().strip());
    }

    /** A list of commands shows the first paragraph of each. */
    @Test
    void summariesAreWholeSentences() {
        List<CommandLine> all = new ArrayList<>(List.of(Jiayou.commandLine()));
        for (int next = 0; next < all.size(); next++) {
            all.addAll(all.get(next).getSubcommands().values());
        }

        assertThat(all).hasSizeGreaterThan(25).allSatisfy(command -> assertThat(
                        command.getCommandSpec().usageMessage().description()[0])
                .endsWith("."));
    }

    @Test
    void aDataDirectoryIsNamedWithWhatIsWrongWithIt() throws IOException {
        Path foreign = Files.createDirectory(directory.resolve("foreign"));
        Files.writeString(foreign.resolve("letter"), "");
        Path file = foreign.resolve("letter");

        assertThat(say("start", "--data", foreign.toString()).line()).contains(foreign + " isn't empty");
        for (String command : List.of("stop", "status", "history")) {
            assertThat(say(command, "--data", foreign.toString()).line())
                    .isEqualTo("jiayou: " + foreign + " is no system's directory");
        }
        for (String command : List.of("start", "stop", "status", "history")) {
            assertThat(say(command, "--data", file.toString()).line())
                    .isEqualTo("jiayou: " + file + " is a file, not a directory");
            assertThat(say(command, "--data", "").line()).startsWith("jiayou: --data is empty");
        }
        assertThat(say("status", "--data", directory.resolve("a b").toString()).line())
                .endsWith("; ./jiayou start --data '" + directory.resolve("a b") + "' starts it");
        assertThat(foreign).isDirectoryContaining(only -> only.equals(file));
    }

    @Test
    void wrongUsageIsOneLine() {
        assertThat(say("start", "--port", "x")).satisfies(it -> {
            assertThat(it.status()).isEqualTo(2);
            assertThat(it.line()).endsWith("(jiayou start --help tells more)").hasLineCount(1);
        });
        assertThat(say("strat").line()).contains("strat").hasLineCount(1);
        assertThat(say("start", "--port", "65536").line()).isEqualTo("jiayou: --port is from 0 to 65535: 65536");
    }

    /** Whoever has a proof already keeps it, and nothing is asked for another. */
    @Test
    void aProofOverwritesNothing() throws IOException {
        Path kept = Files.writeString(directory.resolve("kept.tlog-proof"), "kept");
        Path slip = Files.writeString(directory.resolve("slip.png"), "slip");
        String other = directory.resolve("other").toString();

        assertThat(say("audit", "prove", "o1", "--to", kept.toString()).line())
                .isEqualTo("jiayou: " + kept + " exists already; --force replaces it");
        assertThat(say("audit", "prove", "o1", "--to", other, "--qr", slip.toString())
                        .line())
                .isEqualTo("jiayou: " + slip + " exists already; --force replaces it");
        assertThat(say("audit", "export", kept.toString(), "--data", other).line())
                .isEqualTo("jiayou: nothing runs on " + other + "; ./jiayou start --data " + other + " starts it");
        assertThat(kept).hasContent("kept");
    }

    @Test
    void aPlaceAmongEventsIsOne() {
        for (String place : List.of("-1", "9223372036854775807", "-9223372036854775808", "x")) {
            assertThat(say("audit", "export", "f", "--from=" + place)).satisfies(it -> {
                assertThat(it.status()).isEqualTo(2);
                assertThat(it.line()).contains("is no number from 0 to").hasLineCount(1);
            });
            assertThat(say("drill", "--until=" + place).status()).isEqualTo(2);
        }
    }

    @Test
    void aFolderIsNoFileToImport() {
        assertThat(say("import", "stations", directory.toString()).line())
                .isEqualTo("jiayou: " + directory + " is a folder, not a file");
        assertThat(say("import", "stations", directory.resolve("none").toString())
                        .line())
                .isEqualTo("jiayou: there is no " + directory.resolve("none"));
    }

    @Test
    void aLogToVerifyIsAFileThatIsThere() {
        String none = directory.resolve("nothing.zip").toString();
        for (String command : List.of("verify", "refold")) {
            assertThat(say("audit", command, none).line()).isEqualTo("jiayou: there is no " + none);
            assertThat(say("audit", command, directory.toString()).line())
                    .isEqualTo("jiayou: " + directory + " is a folder, not a file");
        }
    }

    @Test
    void aTokenIsForARoleWithWhatBelongsToIt() {
        assertThat(say("token", "--role", "boss").line())
                .startsWith("jiayou: --role is one of driver, attendant, manager, ")
                .endsWith(", not boss");
        assertThat(say("token", "--role", "newcomer").line()).endsWith(", not newcomer");
        assertThat(say("token", "--role", "attendant").line()).isEqualTo("jiayou: --role attendant needs --station ID");
        assertThat(say("token", "--role", "driver").line()).isEqualTo("jiayou: --role driver needs --driver ID");
    }

    @Test
    void aHistoryOfNothingSaysSo() throws IOException {
        ArrayNode none = JsonNodeFactory.instance.arrayNode();

        assertThat(Printed.by(() -> History.print(none, true))).isEqualTo("nothing is recorded of it\n");
        assertThat(Printed.by(() -> History.print(none, false))).isEqualTo("nothing of the kind is recorded\n");
    }

    @Test
    void whatIsWrittenTakesNoOtherFilesPlace() throws IOException {
        Path kept = Files.writeString(directory.resolve("log.zip"), "kept");

        assertThatThrownBy(() -> Download.to(kept, new RunningSystem(24601, 24601), "/"))
                .hasMessage(kept + " exists already: name another file");
    }

    @Test
    void aKitThatIsToNameKeysIsntMadeWithoutThem() {
        Path kit = directory.resolve("kit.txt");

        assertThat(say("backup", "kit", kit.toString(), "--of", "http://127.0.0.1:1")
                        .line())
                .contains("--of needs JIAYOU_TOKEN");
        assertThat(kit).doesNotExist();
    }

    @Test
    void anAnnulledEventIsMarked() {
        JsonMapper json = JsonMapper.builder().build();

        assertThat(History.line(json.readTree("{\"position\":1,\"annulledBy\":7}")))
                .endsWith("  annulled by 7");
        assertThat(History.line(json.readTree("{\"position\":1}"))).doesNotContain("annulled");
    }
}
