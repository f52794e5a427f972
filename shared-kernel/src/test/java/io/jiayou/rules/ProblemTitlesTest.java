package io.jiayou.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.approved.Approved;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTitlesTest {

    private final Locale machine = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(machine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems.properties", "problems_zh.properties"})
    void everyCodeHasATitleAndNoTitleIsLeftOver(String file) throws IOException {
        Properties titles = load(file);

        assertThat(titles.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(codes());
        assertThat(titles.values())
                .allSatisfy(title -> assertThat((String) title).isNotBlank());
    }

    @Test
    void chineseTitlesAreChineseAndEnglishOnesEnglish() {
        for (String code : codes()) {
            assertThat(ProblemTitles.title(code, Locale.CHINESE)).containsPattern("\\p{IsHan}");
            assertThat(ProblemTitles.title(code, Locale.ENGLISH)).matches("[ -~]+");
        }
    }

    @Test
    void codesOfRulesAndProblemsDiffer() {
        assertThat(codes()).hasSize(Rule.values().length + Problem.values().length);
    }

    @ParameterizedTest
    @CsvSource({
        "zh, 订单不存在",
        "zh-CN, 订单不存在",
        "zh-Hans-CN, 订单不存在",
        "zh-Hant-TW, 订单不存在",
        "yue-HK, 订单不存在",
        "en, There is no such order",
        "en-GB, There is no such order",
        "fr, There is no such order",
        "und, There is no such order"
    })
    void speaksTheReadersLanguage(String tag, String title) {
        assertThat(ProblemTitles.title("order-unknown", Locale.forLanguageTag(tag)))
                .isEqualTo(title);
    }

    @Test
    void isNotMovedByTheLanguageOfTheMachine() {
        Locale.setDefault(Locale.CHINA);

        assertThat(ProblemTitles.title("order-cancelled", Locale.ENGLISH)).isEqualTo("The order has been cancelled");
        assertThat(ProblemTitles.title("order-cancelled", Locale.GERMAN)).isEqualTo("The order has been cancelled");
    }

    @Test
    void hasNoTitleForACodeThatNobodyPublished() {
        assertThatThrownBy(() -> ProblemTitles.title("out-of-coffee", Locale.ENGLISH))
                .isInstanceOf(MissingResourceException.class);
    }

    @Test
    void theTableInTheDocumentationIsTheCode() {
        StringBuilder table = new StringBuilder("""
            # Rules and problems

            Every refusal is an RFC 9457 problem with one of these codes. A code never changes once published; `title`,
            `detail` and the `message` of each field are what people read, in the language of `Accept-Language`. This page is
            written by a test of `shared-kernel`.

            There are two languages. All of Chinese is answered in simplified Chinese, also `zh-Hant`, `zh-TW`, `zh-HK`,
            `yue` and the other languages that ISO 639-3 counts to Chinese: their readers read it more easily than English. An
            underscore stands for a hyphen (`zh_CN`), as WeChat writes it. Everything else is answered in English. What
            depends on the language says so: `Content-Language` is `zh-Hans` or `en`, and `Vary` has `Accept-Language`.

            A detail's values are in the same language: amounts in yuan or 元, volumes in litres, grades and payment channels by
            name. Ids, positions and what a request has to contain word for word stay as they are. The English of a detail is
            where the rule is, its Chinese in `details_zh.txt`, and a test holds the two together.

            ## Rules: why a command was refused

            | Code | HTTP | Kind | English | Chinese |
            |---|---|---|---|---|
            """);
        for (Rule rule : Rule.values()) {
            table.append(row(rule.code(), rule.kind().status(), "| " + kind(rule) + " "));
        }
        table.append("""

            ## Problems: why a request was refused

            | Code | HTTP | English | Chinese |
            |---|---|---|---|
            """);
        for (Problem problem : Problem.values()) {
            table.append(row(problem.code(), problem.status(), ""));
        }

        Approved.matches(Path.of("../docs/rules.md"), table.toString());
    }

    private static String row(String code, int status, String kind) {
        return "| `%s` | %d %s| %s | %s |\n"
                .formatted(
                        code,
                        status,
                        kind,
                        ProblemTitles.title(code, Locale.ENGLISH),
                        ProblemTitles.title(code, Locale.CHINESE));
    }

    private static String kind(Rule rule) {
        return rule.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> codes() {
        return Stream.concat(
                        Arrays.stream(Rule.values()).map(Rule::code),
                        Arrays.stream(Problem.values()).map(Problem::code))
                .collect(Collectors.toSet());
    }

    private static Properties load(String file) throws IOException {
        var stream = Objects.requireNonNull(ProblemTitles.class.getResourceAsStream(file));
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        }
    }
}
