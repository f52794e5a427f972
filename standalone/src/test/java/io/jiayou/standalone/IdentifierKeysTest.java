package io.jiayou.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under another identifier key everybody could register once more: none takes the place of the first one unasked. */
class IdentifierKeysTest {

    private static final String ANOTHER = "YWNjZXB0YW5jZS10ZXN0LWtleS1vZi0zMi1ieXRlcyE=";

    @TempDir
    private Path data;

    private Path file;
    private String first;

    @BeforeEach
    void afterAFirstStart() throws IOException {
        file = data.resolve("identifier.key");
        first = settled(null, false);
        Files.createDirectory(data.resolve("events"));
        Files.writeString(data.resolve("events/CURRENT"), "");
    }

    private String settled(@Nullable String given, boolean lost) throws IOException {
        return new IdentifierKeys(data, given, lost).settled();
    }

    @Test
    void staysTheSame() throws IOException {
        assertThat(settled(null, false)).isEqualTo(first);
        assertThat(settled(first, false)).isEqualTo(first);
    }

    @Test
    void isMissedWhereThereAreEventsAndNoNewOneIsMade() throws IOException {
        Files.delete(file);

        assertThatThrownBy(() -> settled(null, false)).hasMessageContaining("put " + file + " back");
        assertThat(file).doesNotExist();
        assertThat(settled(first, false)).isEqualTo(first);
    }

    @Test
    void isNoOtherThanTheFirst() throws IOException {
        Files.writeString(file, ANOTHER);

        assertThatThrownBy(() -> settled(null, false)).hasMessageContaining(file + " isn't the key");
        assertThatThrownBy(() -> settled(ANOTHER, false)).hasMessageContaining("JIAYOU_IDENTIFIER_KEY isn't the key");
    }

    @Test
    void isTakenAsItIsInADirectoryOfAVersionThatHadNoCheck() throws IOException {
        Files.delete(data.resolve(IdentifierCheck.NAME));

        assertThat(settled(null, false)).isEqualTo(first);
        assertThatThrownBy(() -> settled(ANOTHER, false)).hasMessageContaining("isn't the key");
    }

    @Test
    void isMadeAnewOnlyForWhoSaysThatItIsLost() throws IOException {
        Files.delete(file);

        String next = settled(null, true);

        assertThat(next).isNotEqualTo(first);
        assertThat(settled(null, false)).isEqualTo(next);
    }
}
