package io.jiayou.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What {@code docker/compose.yaml} says. */
final class Compose {

    private static final Path FILE = Path.of("..", "docker", "compose.yaml");

    private Compose() {}

    /** The image that it takes from a repository, with its tag. */
    static String image(String repository) throws IOException {
        return Pattern.compile("image: (" + Pattern.quote(repository) + ":\\S+)")
                .matcher(Files.readString(FILE))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(FILE + " names no image of " + repository));
    }
}
