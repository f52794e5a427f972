package io.jiayou.transparency;

import static io.jiayou.transparency.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 1234, 17, tile/0/x001/234.p/17",
        "2, 1234067, 256, tile/2/x001/x234/067",
        "63, 999, 1, tile/63/999.p/1",
        "7, 9223372036854775807, 255, tile/7/x009/x223/x372/x036/x854/x775/807.p/255",
    })
    void haveOnePath(int level, long index, int width, String path) {
        Tile tile = new Tile(level, index, width);

        assertThat(tile.path()).isEqualTo(path);
        assertThat(Tile.parse(path)).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/00/000",
                "tile/64/000",
                "tile/0/00",
                "tile/0/x000/001",
                "tile/0/001/234",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/0/000/",
                "/tile/0/000",
                "tile/-1/000",
                "tile/entries/000",
                "tile/7/x009/x223/x372/x036/x854/x775/808"
            })
    void otherPathsAreRefused(String path) {
        assertRefused(Verdict.MALFORMED, () -> Tile.parse(path));
    }

    @Test
    void ofATreeOf70000() {
        List<Tile> tiles = Tile.ofTree(70_000);

        assertThat(tiles).hasSize(273 + 1 + 1 + 1 + 1);
        assertThat(tiles.subList(273, 277))
                .containsExactly(new Tile(0, 273, 112), new Tile(1, 0, 256), new Tile(1, 1, 17), new Tile(2, 0, 1));
        assertThat(Tile.ofTree(256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
        assertThat(Tile.ofTree(0)).isEmpty();
    }

    @Nested
    class Entries {

        @Test
        void standBehindTheirLengths() {
            byte[] longest = new byte[65_535];
            byte[] bundle = EntryBundle.encode(List.of("加油".getBytes(UTF_8), new byte[0], longest));

            assertThat(bundle).startsWith(0, 6).hasSize(2 + 6 + 2 + 2 + 65_535);
            assertThat(EntryBundle.decode(bundle)).containsExactly("加油".getBytes(UTF_8), new byte[0], longest);
            assertThat(EntryBundle.path(1234, 256)).isEqualTo("tile/entries/x001/234");
            assertThat(EntryBundle.path(0, 3)).isEqualTo("tile/entries/000.p/3");
        }

        @Test
        void thatDontAddUpAreRefused() {
            assertRefused(Verdict.MALFORMED, () -> EntryBundle.decode(new byte[] {0}));
            assertRefused(Verdict.MALFORMED, () -> EntryBundle.decode(new byte[] {0, 2, 1}));
            assertRefused(Verdict.MALFORMED, () -> EntryBundle.decode(new byte[257 * 2]));
            assertRefused(Verdict.OUT_OF_RANGE, () -> EntryBundle.encode(List.of(new byte[65_536])));
        }
    }
}
