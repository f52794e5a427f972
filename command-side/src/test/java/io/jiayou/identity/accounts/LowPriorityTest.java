package io.jiayou.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LowPriorityTest {

    /** Counted from behind the name, which may hold anything: see proc_pid_stat(5), where it is the 19th. */
    private static final int NICE = 16;

    @Test
    @EnabledOnOs(OS.LINUX)
    void isThatOfOneThreadAsTheKernelSeesIt() throws Exception {
        int before = nice();
        assumeThat(before).isLessThan(5);

        try (var one = Executors.newSingleThreadExecutor()) {
            int after = one.submit(() -> {
                        LowPriority.ofThisThread();
                        return nice();
                    })
                    .get();

            assertThat(after).isEqualTo(5);
        }
        assertThat(nice()).isEqualTo(before);
    }

    private static int nice() throws Exception {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICE]);
    }
}
