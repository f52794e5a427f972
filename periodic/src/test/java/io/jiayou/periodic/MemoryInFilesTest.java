package io.jiayou.periodic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryInFilesTest {

    @TempDir
    private Path directory;

    @Test
    void keepsANoteForWhoeverSawTheOneBefore() {
        Memory memory = new MemoryInFiles(directory.resolve("tasks"));

        assertThat(memory.find("drill")).isEmpty();
        assertThat(memory.replace("drill", null, "{}")).isTrue();
        assertThat(memory.replace("drill", null, "{\"late\":1}")).isFalse();
        assertThat(new MemoryInFiles(directory.resolve("tasks")).find("drill")).contains("{}");
    }

    /** Whoever deletes it, as the runbook says, has the task count from now on. */
    @Test
    void saysThatAFileCannotBeReadAndForgetsADeletedOne() throws IOException {
        Memory memory = new MemoryInFiles(directory);
        Files.write(directory.resolve("drill.json"), new byte[] {(byte) 0xff});
        assertThatThrownBy(() -> memory.find("drill")).isInstanceOf(UncheckedIOException.class);

        Files.delete(directory.resolve("drill.json"));

        assertThat(memory.find("drill")).isEmpty();
    }
}
