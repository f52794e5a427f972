package io.jiayou.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The public data beside the project; tests that need it are skipped, visibly, where it is absent. */
public final class PublicData {

    private static final Path FOLDER = Path.of(System.getProperty("jiayou.data", "../../shared/data"));

    private PublicData() {}

    /** A file of it. */
    public static byte[] read(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        Assumptions.assumeTrue(
                Files.exists(file), "skipped: " + file + " is absent; -Djiayou.data says where the public data is");
        return Files.readAllBytes(file);
    }
}
