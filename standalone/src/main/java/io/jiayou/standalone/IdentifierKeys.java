package io.jiayou.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one key under which a directory's identifiers are claimed: given by the configuration, or kept in the directory from its first
 * start on. A directory with events never gets a new one by itself.
 *
 * @param given by the configuration, or null
 * @param lost whether somebody says that the former key is lost for good
 */
record IdentifierKeys(Path data, @Nullable String given, boolean lost) {

    private static final String FILE = "identifier.key";
    private static final Logger LOG = LoggerFactory.getLogger(IdentifierKeys.class);

    /** @throws IllegalStateException if it isn't here, or another one is */
    String settled() throws IOException {
        IdentifierCheck check = new IdentifierCheck(data);
        String key = given;
        if (key == null) {
            expectFile();
            key = SecretFile.readOrMake(data.resolve(FILE));
        }
        if (!isKey(key)) {
            // whoever uses it says what a key is
            return key;
        }
        if (!check.isThere()) {
            if (hasEvents()) {
                LOG.warn(
                        "Nothing here says yet which identifier key is the right one: the one of this start is taken for it");
            }
            check.write(key);
        } else if (!check.accepts(key)) {
            expectLost();
            LOG.warn("The identifier key is another one than before: whoever has registered can register once more");
            check.write(key);
        }
        return key;
    }

    private static boolean isKey(String text) {
        try {
            return Base64.getDecoder().decode(text.strip()).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void expectFile() {
        if (!Files.exists(data.resolve(FILE)) && hasEvents() && !lost) {
            throw new IllegalStateException(
                    "there are events, and the key that phone numbers were registered under isn't: put "
                            + data.resolve(FILE)
                            + " back, or set JIAYOU_IDENTIFIER_KEY (docs/operations.md says what if it's lost)");
        }
    }

    private void expectLost() {
        if (!lost) {
            throw new IllegalStateException((given == null ? data.resolve(FILE) : "JIAYOU_IDENTIFIER_KEY")
                    + " isn't the key that phone numbers were registered under here: everybody could register once more;"
                    + " put the right one back (docs/operations.md says what if it's lost)");
        }
    }

    private boolean hasEvents() {
        return Files.exists(data.resolve("events").resolve("CURRENT"));
    }
}
