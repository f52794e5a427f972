package io.jiayou.trials.mutations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationScoreTest {

    @TempDir
    private Path root;

    @Test
    void isGoodWithEnoughNoticedAndTheRestExplained() throws IOException {
        report("one", mutant("KILLED", true, "Order", "evolve"), mutant("TIMED_OUT", true, "Order", "evolve"));
        report("two", mutant("KILLED", true, "Price", "at"), mutant("SURVIVED", false, "Price", "lambda$at$0"));
        explain("`Price.at`: makes no difference");

        MutationScore score = MutationScore.of(root, 75);

        assertThat(score.isGood()).isTrue();
        assertThat(score.lines())
                .containsExactly(
                        "one: 2 of 2 changes noticed (100.0 %)",
                        "two: 1 of 2 changes noticed (50.0 %)",
                        "  alive: Price.at, line 7: negated conditional",
                        "In all: 3 of 4 changes noticed (75.0 %)");
    }

    @Test
    void countsAsAliveWhatNoTestEvenRan() throws IOException {
        report("one", mutant("KILLED", true, "Order", "evolve"), mutant("NO_COVERAGE", false, "Order", "evolve"));
        explain("`Order.evolve`: makes no difference");

        MutationScore score = MutationScore.of(root, 51);

        assertThat(score.isGood()).isFalse();
        assertThat(score.lines()).last().isEqualTo("In all: 1 of 2 changes noticed (50.0 %), which is less than 51 %");
    }

    @Test
    void isNotGoodWithASurvivorThatNobodyExplained() throws IOException {
        report("one", mutant("KILLED", true, "Order", "evolve"), mutant("SURVIVED", false, "Order", "placement"));
        explain("`Order.evolve`: makes no difference");

        MutationScore score = MutationScore.of(root, 50);

        assertThat(score.isGood()).isFalse();
        assertThat(score.lines()).contains("  alive: Order.placement, line 7: negated conditional (not explained)");
    }

    @Test
    void isNotGoodWithoutAnyReport() throws IOException {
        explain("");

        assertThat(MutationScore.of(root, 95).isGood()).isFalse();
    }

    private void report(String module, String... mutants) throws IOException {
        Path directory = Files.createDirectories(root.resolve(module + "/target/mutation"));
        Files.writeString(
                directory.resolve("mutations.xml"),
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><mutations>" + String.join("", mutants) + "</mutations>");
    }

    private static String mutant(String status, boolean detected, String type, String method) {
        return """
                <mutation detected="%s" status="%s"><mutatedClass>io.jiayou.order.%s</mutatedClass>
                <mutatedMethod>%s</mutatedMethod><lineNumber>7</lineNumber>
                <description>negated conditional</description></mutation>""".formatted(detected, status, type, method);
    }

    private void explain(String text) throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Files.writeString(root.resolve("docs/mutation.md"), text);
    }
}
