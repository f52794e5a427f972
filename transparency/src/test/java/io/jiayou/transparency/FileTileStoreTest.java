package io.jiayou.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTileStoreTest {

    private static final byte[] CONTENT = {1, 2, 3};

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
    void dropsWhatWasNotCommitted() {
        store.write("tile/0/000", CONTENT);
        FileTileStore again = FileTileStore.open(directory.resolve("log"));
        again.commit();

        assertThat(again.read("tile/0/000")).isNull();
        assertThat(directory.resolve("log/.uncommitted")).isEmptyDirectory();
    }

    @Test
    void neverChangesWhatIsCommitted() {
        store.write("tile/0/000", CONTENT);
        store.commit();
        store.write("tile/0/000", CONTENT);

        assertThatThrownBy(() -> store.write("tile/0/000", new byte[3])).isInstanceOf(IllegalStateException.class);
        store.delete("tile/0/000");
        store.write("tile/0/000", new byte[3]);
        store.commit();
        assertThat(store.read("tile/0/000")).isEqualTo(new byte[3]);
    }

    @Test
    void removesThePartialTilesOfOneTile() {
        store.write("tile/0/000.p/1", CONTENT);
        store.write("tile/0/000.p/200", CONTENT);
        store.write("tile/0/001.p/1", CONTENT);
        store.write("tile/0/000", CONTENT);
        store.commit();
        store.deletePartials("tile/0/000");
        store.deletePartials("tile/0/000");

        assertThat(store.read("tile/0/000.p/1")).isNull();
        assertThat(directory.resolve("log/tile/0/000.p")).doesNotExist();
        assertThat(store.read("tile/0/000")).isEqualTo(CONTENT);
        assertThat(store.read("tile/0/001.p/1")).isEqualTo(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret", "/etc/passwd", "tile//0", "tile/..", "", "tile/0/000.p/../1", ".uncommitted/x"})
    void staysInItsDirectory(String path) {
        assertThatThrownBy(() -> store.read(path)).isInstanceOf(IllegalArgumentException.class);
    }
}
