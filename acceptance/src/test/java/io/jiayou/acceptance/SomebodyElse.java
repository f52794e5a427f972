package io.jiayou.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Another user of this machine, without any rights: 65534. Only root can become one. */
record SomebodyElse(int status, String output) {

    private static final List<String> BECOME =
            List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--no-new-privs");

    /** Skips the test, visibly, where this process can't become somebody else. */
    static void orSkip() throws IOException, InterruptedException {
        boolean possible;
        try {
            possible = runs("", "true").status() == 0;
        } catch (IOException noSetpriv) {
            possible = false;
        }
        Assumptions.assumeTrue(possible, "only root can try what another user of the machine can do");
    }

    /** Runs a command as that user. */
    static SomebodyElse runs(String input, String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(BECOME);
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException didNotRead) {
            // it has ended already
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new SomebodyElse(process.exitValue(), output);
    }

    /** Those of the paths that the user can read. */
    static List<String> canRead(List<String> paths) throws IOException, InterruptedException {
        String input = String.join("\n", paths) + "\n";
        return runs(
                        input,
                        "bash",
                        "-c",
                        "while IFS= read -r path; do [ -r \"$path\" ] && printf '%s\\n' \"$path\"; done; true")
                .output()
                .lines()
                .toList();
    }
}
