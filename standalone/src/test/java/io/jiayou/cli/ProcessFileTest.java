package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jiayou.standalone.LockHolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFileTest {

    @TempDir
    private Path data;

    @Test
    void isOfAProcessThatRuns() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessFile file =
                ProcessFile.of(process, 8080, 8081, List.of("--jiayou.demo=true", "--jiayou.stand-ins=true"));
        file.write(data);

        assertThat(ProcessFile.running(data)).contains(file);
        assertThat(file.mayHave("--jiayou.demo=true")).isTrue();
        assertThat(file.mayHave("--server.address=0.0.0.0")).isFalse();
        process.destroyForcibly().waitFor();
        assertThat(ProcessFile.running(data)).isEmpty();
    }

    /** Whoever started it hasn't asked how it ended: the system lists it still. */
    @Test
    void isOfNoProcessThatHasEnded() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")));
        Process parent = new ProcessBuilder("sh", "-c", "sleep 1 & echo $!; exec sleep 60").start();
        try (BufferedReader output = parent.inputReader(StandardCharsets.US_ASCII)) {
            long pid = Long.parseLong(output.readLine());
            long started = ProcessHandle.of(pid)
                    .flatMap(process -> process.info().startInstant())
                    .map(Instant::toEpochMilli)
                    .orElseThrow();
            ProcessFile file = new ProcessFile(pid, started, 8080, 8080, "");

            assertThat(file.endsWithin(Duration.ofSeconds(20))).isTrue();
            assertThat(ProcessHandle.of(pid)).isPresent();
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void isDeletedByWhomItIsOfAlone() throws IOException {
        ProcessFile newer = new ProcessFile(2, 0, 8080, 8080, "");
        newer.write(data);

        new ProcessFile(1, 0, 8080, 8080, "").delete(data);
        assertThat(data.resolve("jiayou.process")).exists();
        newer.delete(data);
        assertThat(data.resolve("jiayou.process")).doesNotExist();
    }

    /** The clock may have been set since: then the system computes another time of start. */
    @Test
    void isOfWhoHoldsTheDirectoryWhateverTheClockSays() throws Exception {
        Process holder = holder();
        try {
            new ProcessFile(holder.pid(), 1, 8080, 8081, "--jiayou.demo=true").write(data);

            assertThat(ProcessFile.running(data)).hasValueSatisfying(it -> {
                assertThat(it.pid()).isEqualTo(holder.pid());
                assertThat(it.managementPort()).isEqualTo(8081);
                assertThat(it.mayHave("--jiayou.demo=true")).isTrue();
            });
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(ProcessFile.running(data)).isEmpty();
    }

    @Test
    void isReadFromTheLockWhereNobodyCanReadTheNote() throws Exception {
        Process holder = holder();
        try {
            for (String note :
                    List.of("", "\\uzz", "pid=\u00ff\u00fe\0", "pid=1\nstartedAtMillis=1\nport=1", "port=99999")) {
                Files.writeString(data.resolve("jiayou.process"), note, StandardCharsets.ISO_8859_1);

                assertThat(ProcessFile.running(data)).hasValueSatisfying(it -> {
                    assertThat(it.pid()).isEqualTo(holder.pid());
                    assertThat(it.port()).isEqualTo(24600);
                });
            }
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(ProcessFile.running(data)).isEmpty();
    }

    @Test
    void aNoteThatNobodyCanReadIsOfNoProcessAndDeleted() throws IOException {
        Files.writeString(data.resolve("jiayou.process"), "pid=\u00ff\\uzz", StandardCharsets.ISO_8859_1);

        assertThat(ProcessFile.running(data)).isEmpty();
        new ProcessFile(1, 0, 8080, 8080, "").delete(data);
        assertThat(data.resolve("jiayou.process")).doesNotExist();
    }

    /** As a system does it. */
    private Process holder() throws IOException {
        return LockHolder.of(data.resolve("jiayou.lock"), "listens\\nport=24600\\n");
    }
}
