package io.jiayou.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTileStoreTest {

    private static final byte[] CONTENT = {1, 2, 3};
    private static final int FULL = 8192;

    @TempDir
    private Path directory;

    private FileTileStore store;

    @BeforeEach
    void open() {
        store = FileTileStore.open(directory.resolve("log"));
    }

    @Test
    void keepsFilesUnderTheirPaths() throws IOException {
        store.write("tile/0/x001/234.p/17", CONTENT);
        assertThat(store.read("tile/0/x001/234.p/17")).isNull();
        store.commit();

        assertThat(store.read("tile/0/x001/234.p/17")).isEqualTo(CONTENT);
        assertThat(Files.readAllBytes(directory.resolve("log/tile/0/x001/234.p/17")))
                .isEqualTo(CONTENT);
        assertThat(FileTileStore.open(directory.resolve("log")).read("tile/0/x001/234.p/17"))
                .isEqualTo(CONTENT);
    }

    @Test
    void keepsTheFullTilesOfALevelOneBehindTheOther() throws IOException {
        for (int index = 0; index < 200; index++) {
            store.write(new Tile(0, index, Tile.FULL).path(), full(index));
        }
        store.write("tile/1/000", full(77));
        assertThat(store.read("tile/0/000")).isNull();
        store.commit();

        assertThat(Files.size(directory.resolve("log/full/0"))).isEqualTo(200 * FULL);
        for (FileTileStore each : List.of(store, FileTileStore.open(directory.resolve("log")))) {
            assertThat(each.read("tile/0/000")).isEqualTo(full(0));
            assertThat(each.read("tile/0/199")).isEqualTo(full(199));
            assertThat(each.read("tile/0/200")).isNull();
            assertThat(each.read("tile/1/000")).isEqualTo(full(77));
        }
    }

    @Test
    void dropsWhatWasNotCommitted() {
        store.write("tile/0/000", full(1));
        store.write("tile/0/001.p/1", CONTENT);
        store.discard();
        store.commit();
        assertThat(store.read("tile/0/000")).isNull();

        store.write("tile/0/000", full(2));
        store.write("tile/0/001.p/1", CONTENT);
        FileTileStore again = FileTileStore.open(directory.resolve("log"));
        again.commit();
        assertThat(again.read("tile/0/000")).isNull();
        assertThat(again.read("tile/0/001.p/1")).isNull();
        assertThat(directory.resolve("log/.uncommitted")).isEmptyDirectory();
    }

    @Test
    void neverChangesWhatIsCommitted() {
        store.write("tile/0/000", full(1));
        store.write("tile/0/001", full(2));
        store.write("tile/0/002.p/1", CONTENT);
        store.commit();
        store.write("tile/0/000", full(1));
        store.write("tile/0/002.p/1", CONTENT);

        assertThatThrownBy(() -> store.write("tile/0/000", full(3))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.write("tile/0/003", full(3))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.write("tile/0/002", CONTENT)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.write("tile/0/002.p/1", full(1))).isInstanceOf(IllegalStateException.class);
        store.delete("tile/0/000");
        assertThat(store.read("tile/0/001")).isNull();
        store.write("tile/0/000", full(3));
        store.commit();
        assertThat(store.read("tile/0/000")).isEqualTo(full(3));
    }

    private static byte[] full(int content) {
        byte[] tile = new byte[FULL];
        Arrays.fill(tile, (byte) content);
        return tile;
    }

    @Test
    void removesThePartialTilesOfOneTile() {
        store.write("tile/0/000.p/1", CONTENT);
        store.write("tile/0/000.p/200", CONTENT);
        store.write("tile/0/001.p/1", CONTENT);
        store.write("tile/0/000", full(1));
        store.commit();
        store.deletePartials("tile/0/000");
        store.deletePartials("tile/0/000");

        assertThat(store.read("tile/0/000.p/1")).isNull();
        assertThat(directory.resolve("log/tile/0/000.p")).doesNotExist();
        assertThat(store.read("tile/0/000")).isEqualTo(full(1));
        assertThat(store.read("tile/0/001.p/1")).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret", "/etc/passwd", "tile//0", "tile/..", "", "tile/0/000.p/../1", ".uncommitted/x"})
    void staysInItsDirectory(String path) {
        assertThatThrownBy(() -> store.read(path)).isInstanceOf(IllegalArgumentException.class);
    }
}
