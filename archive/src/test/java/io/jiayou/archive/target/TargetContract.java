package io.jiayou.archive.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every target has to do. */
abstract class TargetContract {

    /** An empty one. */
    abstract Target target() throws IOException;

    private static Content text(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void givesBackWhatItGot() throws IOException {
        Target target = target();

        assertThat(target.create("segments/1.note", text("one"), null)).isTrue();

        assertThat(target.read("segments/1.note", 100)).asString().isEqualTo("one");
        assertThat(target.read("segments/1.note", 2)).hasSize(3);
    }

    @Test
    void hasNothingThatItDidNotGet() throws IOException {
        Target target = target();

        assertThat(target.read("segments/1.note")).isNull();
        assertThat(target.lockedUntil("segments/1.note")).isEmpty();
        assertThat(target.delete("segments/1.note")).isFalse();
        assertThat(target.list("")).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoFilesOfOneName() throws IOException {
        Target target = target();

        target.create("a.note", text("first"), null);

        assertThat(target.create("a.note", text("second"), null)).isFalse();
        assertThat(target.read("a.note", 100)).asString().isEqualTo("first");
    }

    @Test
    void replacesWhatMayChange() throws IOException {
        Target target = target();

        target.replace("head.note", "one".getBytes(StandardCharsets.UTF_8));
        target.replace("head.note", "two".getBytes(StandardCharsets.UTF_8));

        assertThat(target.read("head.note", 100)).asString().isEqualTo("two");
    }

    @Test
    void listsByNameAndLength() throws IOException {
        Target target = target();
        target.create("segments/2.note", text("22"), null);
        target.create("segments/1.note", text("1"), null);
        target.create("sets/1.note", text("333"), null);

        assertThat(target.list("segments/"))
                .containsExactly(new StoredFile("segments/1.note", 1), new StoredFile("segments/2.note", 2));
        assertThat(target.list("")).hasSize(3);
        assertThat(target.list("segments/2")).hasSize(1);
    }

    @Test
    void deletes() throws IOException {
        Target target = target();
        target.create("a.note", text("a"), null);

        assertThat(target.delete("a.note")).isTrue();
        assertThat(target.list("")).isEmpty();
    }

    @Test
    void takesLongFiles(@TempDir Path directory) throws IOException {
        Target target = target();
        byte[] bytes = new byte[3_000_000];
        bytes[2_999_999] = 1;
        Path file = Files.write(directory.resolve("long"), bytes);

        target.create("attachments/000001/long.zst.age", Content.of(file), null);

        assertThat(target.read("attachments/000001/long.zst.age", 4_000_000)).isEqualTo(bytes);
    }

    @Test
    void refusesNamesThatLeadElsewhere() throws IOException {
        Target target = target();

        for (String name : List.of("../a", "/etc/a", "a//b", ".hidden", "a/../b", "a b", "")) {
            assertThatThrownBy(() -> target.create(name, text("a"), null)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
