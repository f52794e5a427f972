package io.jiayou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README says in Chinese what it says in English: the same sections, rows, commands and links, in the same order. */
class ReadmesTest {

    private static final Pattern CODE = Pattern.compile("`[^`]+`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final String FENCE = "```";

    @Test
    void haveTheSameSections() throws IOException {
        assertThat(headings(chinese()).stream().map(ReadmesTest::level))
                .containsExactlyElementsOf(
                        headings(english()).stream().map(ReadmesTest::level).toList());
        assertThat(headings(chinese()))
                .allSatisfy(heading -> assertThat(heading).containsPattern(CHINESE));
    }

    @Test
    void haveTheSameCommandsInTheirBlocks() throws IOException {
        assertThat(blocks(chinese())).hasSameSizeAs(blocks(english()));
        assertThat(commands(chinese())).containsExactlyElementsOf(commands(english()));
    }

    @Test
    void haveTheSameRows() throws IOException {
        assertThat(rows(chinese()).stream().map(ReadmesTest::subject))
                .containsExactlyElementsOf(
                        rows(english()).stream().map(ReadmesTest::subject).toList());
    }

    @Test
    void nameTheSameThingsInEveryRow() throws IOException {
        List<String> chinese = rows(chinese());
        List<String> english = rows(english());

        for (int n = 0; n < english.size(); n++) {
            assertThat(found(CODE, chinese.get(n))).as(english.get(n)).isEqualTo(found(CODE, english.get(n)));
            assertThat(found(LINK, chinese.get(n))).as(english.get(n)).isEqualTo(found(LINK, english.get(n)));
        }
    }

    @Test
    void nameTheSameThingsInEverySection() throws IOException {
        List<List<String>> chinese = sections(chinese());
        List<List<String>> english = sections(english());

        for (int n = 0; n < english.size(); n++) {
            String text = String.join("\n", english.get(n));
            assertThat(found(CODE, String.join("\n", chinese.get(n))))
                    .as(text)
                    .containsExactlyInAnyOrderElementsOf(found(CODE, text));
            assertThat(found(LINK, String.join("\n", chinese.get(n))).stream()
                            .filter(link -> !link.startsWith("](README")))
                    .as(text)
                    .containsExactlyInAnyOrderElementsOf(found(LINK, text).stream()
                            .filter(link -> !link.startsWith("](README"))
                            .toList());
        }
    }

    private static List<String> english() throws IOException {
        return Files.readAllLines(Path.of("../README.md"));
    }

    private static List<String> chinese() throws IOException {
        return Files.readAllLines(Path.of("../README.zh.md"));
    }

    private static List<String> headings(List<String> lines) {
        return outside(lines).stream().filter(line -> line.startsWith("#")).toList();
    }

    private static int level(String heading) {
        return heading.indexOf(' ');
    }

    private static List<List<String>> sections(List<String> lines) {
        List<List<String>> sections = new ArrayList<>(List.of(new ArrayList<>()));
        for (String line : outside(lines)) {
            if (line.startsWith("#")) {
                sections.add(new ArrayList<>());
            } else {
                sections.getLast().add(line);
            }
        }
        return sections;
    }

    private static List<String> rows(List<String> lines) {
        return outside(lines).stream()
                .filter(line -> line.startsWith("|") && !line.startsWith("|--") && !line.startsWith("| |"))
                .toList();
    }

    private static String subject(String row) {
        return row.split("(?<!\\\\)\\|")[1].strip();
    }

    private static List<String> outside(List<String> lines) {
        List<String> outside = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith(FENCE)) {
                inside = !inside;
            } else if (!inside) {
                outside.add(line);
            }
        }
        return outside;
    }

    private static List<List<String>> blocks(List<String> lines) {
        List<List<String>> blocks = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith(FENCE)) {
                inside = !inside;
                if (inside) {
                    blocks.add(new ArrayList<>());
                }
            } else if (inside) {
                blocks.getLast().add(line);
            }
        }
        return blocks;
    }

    /** Without what is said beside them, and without the picture. */
    private static List<String> commands(List<String> lines) {
        return blocks(lines).stream()
                .flatMap(List::stream)
                .filter(line -> !line.contains("──"))
                .map(line -> line.replaceAll("\\s+# .*", ""))
                .filter(line -> line.matches("\\S.*"))
                .toList();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }
}
