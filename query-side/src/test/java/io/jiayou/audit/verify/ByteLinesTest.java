package io.jiayou.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteLinesTest {

    private static List<String> of(String text) throws IOException {
        ByteLines lines = new ByteLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        List<String> all = new ArrayList<>();
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            all.add(new String(line, StandardCharsets.ISO_8859_1));
        }
        return all;
    }

    @Test
    void endsALineAtALineFeedOnly() throws IOException {
        assertThat(of("")).isEmpty();
        assertThat(of("a")).containsExactly("a");
        assertThat(of("a\n")).containsExactly("a");
        assertThat(of("a\n\nb\rc\u0085\n")).containsExactly("a", "", "b\rc\u0085");
    }

    @Test
    void readsLinesLongerThanItsBuffer() throws IOException {
        String longest = "x".repeat(700_000);
        String text = "a\n" + longest + "\n" + longest + "y\nz";

        assertThat(of(text)).containsExactly("a", longest, longest + "y", "z");
    }

    @Test
    void readsManyLines() throws IOException {
        List<String> all = new ArrayList<>();
        for (int n = 0; n < 50_000; n++) {
            all.add("line " + n);
        }
        assertThat(of(String.join("\n", all) + "\n")).isEqualTo(all);
    }
}
