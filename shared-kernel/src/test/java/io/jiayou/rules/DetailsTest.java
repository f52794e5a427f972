package io.jiayou.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.rules.SaidInSources.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailsTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2}");

    @Test
    void everySentenceThatIsSaidHasItsChineseAndNoneIsLeftOver() throws IOException {
        List<Sentence> said = said();

        assertThat(said).hasSizeGreaterThan(200).allSatisfy(it -> assertThat(it.values())
                .as("%s composes a sentence: %s", it.place(), it.english())
                .isNotNegative());
        assertThat(chinese().keySet())
                .as("META-INF/jiayou/details_zh.txt of the module that says it")
                .containsExactlyInAnyOrderElementsOf(
                        said.stream().map(Sentence::english).collect(Collectors.toSet()));
    }

    @Test
    void everySentenceIsSaidWithTheValuesThatItHasPlacesFor() throws IOException {
        assertThat(said()).allSatisfy(it -> assertThat(places(it.english()))
                .as("%s: %s", it.place(), it.english())
                .isEqualTo(IntStream.range(0, it.values())
                        .mapToObj("{%d}"::formatted)
                        .collect(Collectors.toCollection(TreeSet::new))));
    }

    @Test
    void theChineseIsChineseAndHasTheSameValues() throws IOException {
        chinese().forEach((english, chinese) -> {
            assertThat(english).matches("[ -~]+");
            assertThat(places(chinese)).as(english).isEqualTo(places(english));
            if (WORD.matcher(PLACE.matcher(english).replaceAll("")).find() && !english.matches("[A-Z]+")) {
                assertThat(chinese).as(english).containsPattern("\\p{IsHan}");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rule.X.require(true, \"pump \" + number);",
                "throw Rule.X.violated(\"%s\".formatted(number));",
                "throw new ProblemException(null, null, String.valueOf(number));",
                "throw new ProblemException(null, null, detail);",
                "Detail.of(\"pump \" + number);"
            })
    void findsASentenceThatIsComposed(String statement) throws IOException {
        Path sample = Files.createTempDirectory("details").resolve("Sample.java");
        Files.writeString(sample, "class Sample { void say(int number, String detail) { " + statement + " } }");

        assertThat(SaidInSources.in(List.of(sample.getParent())))
                .singleElement()
                .satisfies(it -> assertThat(it.values()).isNegative());
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'names has 1 to 65,536 entries'",
        "zh-CN, 'names 须有 1 至 65,536 项'",
        "zh-Hant-TW, 'names 须有 1 至 65,536 项'",
        "yue-HK, 'names 须有 1 至 65,536 项'",
        "fr, 'names has 1 to 65,536 entries'"
    })
    void speaksTheReadersLanguage(String tag, String text) {
        assertThat(Detail.of("{0} has 1 to {1} entries", "names", 65_536L).in(Locale.forLanguageTag(tag)))
                .isEqualTo(text);
    }

    @Test
    void saysItsValuesInTheSameLanguage() {
        Detail several = Detail.of("{0} allows {1}", "sort", List.of("DISTANCE", "PRICE"));
        assertThat(several.in(Locale.ENGLISH)).isEqualTo("sort allows DISTANCE, PRICE");
        assertThat(several.in(Locale.CHINESE)).isEqualTo("sort 只允许：DISTANCE、PRICE");

        assertThat(value(Duration.ofSeconds(90))).isEqualTo("x 只允许：90 秒");
        assertThat(value(Duration.ofMinutes(5))).isEqualTo("x 只允许：5 分钟");
        assertThat(value(Duration.ofHours(24))).isEqualTo("x 只允许：1 天");
    }

    @Test
    void aValueWithMarksOfAPatternStaysAsItIs() {
        assertThat(Detail.of("{0} allows {1}", "$1 \\ {0}", 1).in(Locale.ENGLISH))
                .isEqualTo("$1 \\ {0} allows 1");
    }

    private static String value(Duration time) {
        return Detail.of("{0} allows {1}", "x", time).in(Locale.CHINESE);
    }

    /** Of all modules, none of which says again what another has. */
    private static Map<String, String> chinese() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : modules("src/main/resources/" + ChineseDetails.FILE)) {
            lines.addAll(Files.readAllLines(file));
        }
        return Translations.read(lines);
    }

    private static List<Sentence> said() throws IOException {
        return SaidInSources.in(modules("src/main/java"));
    }

    private static List<Path> modules(String part) throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.map(module -> module.resolve(part))
                    .filter(Files::exists)
                    .toList();
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT59S, 59 s",
        "PT60S, 1 min",
        "PT61S, 61 s",
        "PT59M, 59 min",
        "PT60M, 1 h",
        "PT90M, 90 min",
        "PT23H, 23 h",
        "PT25H, 25 h",
        "P1D, 1 d",
        "P30D, 30 d"
    })
    void timesAreInTheLargestUnitThatTellsThemExactly(Duration time, String told) {
        assertThat(Detail.of("{0}", time).in(Locale.ENGLISH)).isEqualTo(told);
    }
}
