package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.rules.Rule;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever adds a rule tries it: by its name, or by its code through the API. */
class TriedRulesTest {

    private static String tests() throws IOException {
        List<String> sources = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of(".."))) {
            for (Path module : modules) {
                Path tests = module.resolve("src/test/java");
                if (Files.isDirectory(tests)) {
                    read(tests, sources);
                }
            }
        }
        return String.join("\n", sources);
    }

    private static void read(Path tests, List<String> sources) throws IOException {
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file : files.filter(it -> it.toString().matches(".*(Test|IT)\\.java"))
                    .toList()) {
                sources.add(Files.readString(file));
            }
        }
    }

    @Test
    void areAllRules() throws IOException {
        String tests = tests();

        assertThat(Arrays.stream(Rule.values())
                        .filter(rule -> !Pattern.compile("Rule\\." + rule.name() + "\\b|\"" + rule.code() + "\"")
                                .matcher(tests)
                                .find()))
                .isEmpty();
    }
}
