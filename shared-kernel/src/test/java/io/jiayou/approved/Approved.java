package io.jiayou.approved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Compares what the code writes with the file that somebody approved, and writes the file only when told to. */
public final class Approved {

    private static final String HOW_TO_APPROVE = "to approve: mvn test -pl shared-kernel -Djiayou.approve=true, then"
            + " review and commit the files (a published event is never approved anew: it gets a new revision)";

    /** Relative to the module's folder, where its tests run. */
    public static final Path EVENTS = Path.of("src/test/resources/io/jiayou/approved");

    private Approved() {}

    /** Fails unless the file has exactly this content; approves it where the system property says so, never in CI. */
    public static void matches(Path file, String content) {
        boolean inCi = System.getenv("CI") != null;
        if (Boolean.getBoolean("jiayou.approve") && !inCi) {
            write(file, content);
        }
        if (!Files.exists(file)) {
            fail("%s isn't approved; it would be%n%s%n%s", file, content, HOW_TO_APPROVE);
        }
        assertThat(read(file)).as("%s; %s", file, HOW_TO_APPROVE).isEqualTo(content);
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all approved files of a folder, sorted. */
    public static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
