package io.jiayou.http.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/limits.md shows the bounds as they are. */
class LimitsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/limits.md");
    private static final String BEGIN = "<!-- the table is written by a test -->";
    private static final List<Machine> MACHINES =
            List.of(new Machine(256L << 20, 1), new Machine(384L << 20, 2), new Machine(4L << 30, 16));

    @Test
    void showsTheBoundsAsTheyAre() throws IOException {
        String document = Files.readString(DOCUMENT);
        String expected = document.substring(0, document.indexOf(BEGIN)) + BEGIN + "\n\n" + table();
        if (Boolean.getBoolean("jiayou.approve") && System.getenv("CI") == null) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/limits.md; -Djiayou.approve=true writes it")
                .isEqualTo(expected);
    }

    private static String table() {
        StringBuilder text = new StringBuilder(
                "| Defence | Setting | 256 MB, 1 core | 384 MB, 2 (`./jiayou start`) | 4 GB, 16 | |\n|---|---|---|---|---|---|\n");
        for (Bound bound : Bound.values()) {
            text.append("| `%s` | `%s` |".formatted(bound.code(), bound.setting()));
            MACHINES.forEach(machine -> text.append(" %s |".formatted(shown(bound, bound.usual(machine)))));
            text.append(" %s |\n".formatted(bound.meaning()));
        }
        text.append("| together, of the heap | |");
        for (Machine machine : MACHINES) {
            Bounds bounds = Bounds.of(machine, java.util.Map.of());
            text.append(" %d MB |".formatted(bounds.memory() >> 20));
        }
        return text.append(" at most a quarter |\n").toString();
    }

    private static String shown(Bound bound, long value) {
        return switch (bound.unit()) {
            case COUNT -> "%,d".formatted(value);
            case BYTES -> value >= 1 << 20 ? (value >> 20) + " MB" : value == 0 ? "0" : (value >> 10) + " KB";
            case SECONDS -> value + " s";
            case PER_MINUTE -> "%,d a minute".formatted(value);
        };
    }
}
