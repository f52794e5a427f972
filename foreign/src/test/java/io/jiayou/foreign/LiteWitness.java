package io.jiayou.foreign;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jiayou.cli.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The witness litewitness, which can be killed and come back; OpenSSH's agent keeps its key. */
final class LiteWitness implements AutoCloseable {

    private static final String PROGRAMS = "filippo.io/torchwood/cmd/";
    private static final String VERSION = "@v0.6.1";
    private static final Pattern PRINTED_KEY = Pattern.compile("vkey=\"?([^\"\\s]+)");
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:\\S+");

    private final String program = GoPrograms.installed(PROGRAMS + "litewitness" + VERSION);
    private final String control = GoPrograms.installed(PROGRAMS + "witnessctl" + VERSION);
    private final Program here;
    private final int port;
    private final Background agent;
    private final String fingerprint;
    private Background runs;

    LiteWitness(Path directory) throws IOException {
        assumeTrue(Program.isThere("ssh-agent", "true"), "OpenSSH isn't there");
        Files.createDirectories(directory);
        this.here = new Program(directory, Map.of("SSH_AUTH_SOCK", "agent"));
        this.port = Ports.free();
        this.agent = here.starts("ssh-agent", "-D", "-a", "agent").awaitFile(directory.resolve("agent"));
        here.succeeds("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key");
        here.succeeds("ssh-add", "-q", "key");
        this.fingerprint = first(FINGERPRINT, here.succeeds("ssh-keygen", "-lf", "key.pub"))
                .group();
        this.runs = started();
    }

    /** As the system is told it, and who verifies: {@code VKEY@URL}. */
    String address() {
        return first(PRINTED_KEY, runs.printed()).group(1) + "@http://127.0.0.1:" + port;
    }

    /** Tells it of a log. */
    void knows(String log, String verifierKey) {
        here.succeeds(control, "add-log", "-db", "witness.db", "-origin", log);
        here.succeeds(control, "add-key", "-db", "witness.db", "-origin", log, "-key", verifierKey);
    }

    void kill() {
        runs.close();
    }

    void comesBack() {
        runs = started();
    }

    private Background started() {
        return here.starts(
                        program,
                        "-name=witness.example/lite",
                        "-key=" + fingerprint,
                        "-ssh-agent=agent",
                        "-db=witness.db",
                        "-listen=127.0.0.1:" + port)
                .awaitPort(port);
    }

    private static MatchResult first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow(() -> new IllegalStateException(text));
    }

    @Override
    public void close() {
        kill();
        agent.close();
    }
}
