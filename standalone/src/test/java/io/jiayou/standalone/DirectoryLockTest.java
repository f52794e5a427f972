package io.jiayou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
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
            held.listens();
            assertThat(DirectoryLock.isHeldAndListens(data, OWN)).isTrue();
            assertThat(DirectoryLock.isHeldAndListens(data, OWN + 1)).isFalse();
        }
        try (DirectoryLock next = DirectoryLock.take(data)) {
            assertThat(next).isNotNull();
            assertThat(DirectoryLock.isHeldAndListens(data, OWN)).isFalse();
        }
    }
}
