package io.jiayou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    private static final long OWN = ProcessHandle.current().pid();

    @TempDir
    private Path data;

    @Test
    void isHeldUntilItIsClosedByAProcessThatIsNamed() throws IOException {
        try (DirectoryLock held = DirectoryLock.take(data)) {
            assertThat(DirectoryLock.take(data)).isSameAs(held);
            assertThatThrownBy(() -> DirectoryLock.expectFree(data))
                    .hasMessage("process " + OWN + " has " + data + " already");
        }
        assertThatCode(() -> DirectoryLock.expectFree(data)).doesNotThrowAnyException();
    }

    @Test
    void saysWhetherItsHolderListens() throws IOException {
        try (DirectoryLock held = DirectoryLock.take(data)) {
            assertThat(DirectoryLock.isHeldAndListens(data, OWN)).isFalse();
            held.listens(8080);
            assertThat(DirectoryLock.isHeldAndListens(data, OWN)).isTrue();
            assertThat(DirectoryLock.isHeldAndListens(data, OWN + 1)).isFalse();
        }
        try (DirectoryLock next = DirectoryLock.take(data)) {
            assertThat(next).isNotNull();
            assertThat(DirectoryLock.isHeldAndListens(data, OWN)).isFalse();
        }
    }

    @Test
    void saysWhoHasItAndWhereItListens() throws IOException {
        assertThat(DirectoryLock.holder(data)).isEmpty();
        try (DirectoryLock held = DirectoryLock.take(data)) {
            assertThat(DirectoryLock.holder(data)).contains(new DirectoryLock.Holder(OWN, 0, 0));
            held.listens(8080);
            assertThat(DirectoryLock.holder(data)).contains(new DirectoryLock.Holder(OWN, 8080, 8080));
            held.managementListens(8081);
            assertThat(DirectoryLock.holder(data)).contains(new DirectoryLock.Holder(OWN, 8080, 8081));
            assertThat(DirectoryLock.isHeldAndListens(data, OWN)).isTrue();
        }
        assertThat(DirectoryLock.holder(data)).isEmpty();
    }

    /** Where processes are numbered otherwise, such as in a container, the number is that of another one. */
    @Test
    void takesNoProcessForTheHolderThatDoesntHaveItOpen() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/fd")));
        try (DirectoryLock held = DirectoryLock.take(data)) {
            assertThat(held).isNotNull();
            for (String other : List.of("1\n", "nobody", "", "\0\u00ff")) {
                Files.writeString(data.resolve("jiayou.lock"), other, StandardCharsets.ISO_8859_1);

                assertThatThrownBy(() -> DirectoryLock.holder(data)).hasMessageContaining("can't be told from here");
                assertThatThrownBy(() -> DirectoryLock.expectFree(data)).hasMessageContaining("already");
            }
        }
    }

    /** Somebody has deleted the lock of a process that goes on: its events are open still. */
    @Test
    void isntTakenWhereAnotherProcessHasTheEventsOpen() throws Exception {
        Files.createDirectory(data.resolve("events"));
        Process holder = LockHolder.of(data.resolve("events/LOCK"), "");
        try {
            assertThatThrownBy(() -> DirectoryLock.take(data)).hasMessage("another process has " + data + " already");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        DirectoryLock.take(data).close();
    }
}
