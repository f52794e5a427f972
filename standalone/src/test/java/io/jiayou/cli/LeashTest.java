package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LeashTest {

    /** A program that starts another one, lets it go if it is told to, and waits. */
    static final class Starter {
        public static void main(String[] arguments) throws Exception {
            Process started = new ProcessBuilder("sleep", "60").start();
            Leash leash = new Leash(started, Duration.ofSeconds(5));
            if (arguments.length > 0) {
                leash.close();
            }
            System.out.println(started.pid());
            Thread.sleep(60_000);
        }
    }

    @Test
    void whatWasStartedEndsWithTheOneThatIsToldToEnd() throws Exception {
        Optional<ProcessHandle> left = leftBy();

        if (left.isPresent()) {
            left.get().onExit().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatWasLetGoGoesOn() throws Exception {
        ProcessHandle left = leftBy("let go").orElseThrow();

        assertThat(left.isAlive()).isTrue();
        left.destroyForcibly();
    }

    private static Optional<ProcessHandle> leftBy(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder starter = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName());
        starter.command().addAll(List.of(arguments));
        Process running = starter.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long pid = Long.parseLong(running.inputReader().readLine());
        running.destroy();
        running.waitFor();
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }
}
