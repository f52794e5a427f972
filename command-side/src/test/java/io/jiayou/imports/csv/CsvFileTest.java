package io.jiayou.imports.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.imports.BrokenFile;
import io.jiayou.imports.Refusal;
import io.jiayou.imports.RefusedLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @Test
    void splitsAtCommasOutsideQuotes() {
        assertThat(CsvLine.split("a,,\"b,c\",\"d \"\"e\"\" f\",\"\",\"\"\"\", g ,"))
                .containsExactly("a", "", "b,c", "d \"e\" f", "", "\"", " g ", "");
        assertThat(CsvLine.split("")).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,\"b", "\"", "\"a\"b,c", "a\"b,c", "a,\"b\"\"", "\"a\" ,b"})
    void refusesQuotesInTheWrongPlaces(String line) {
        assertThatThrownBy(() -> CsvLine.split(line))
                .isInstanceOfSatisfying(
                        RefusedLine.class, it -> assertThat(it.refusal()).isEqualTo(Refusal.UNREADABLE_LINE));
    }

    @Test
    void numbersLinesAsTheyStandInTheFile() throws IOException {
        CsvFile file = file("a,b\r\n\n1,2\r\n\r\n3,4");

        CsvFile.Row first = row(file);
        CsvFile.Row second = row(file);

        assertThat(first.line()).isEqualTo(3);
        assertThat(first.read().get("b")).isEqualTo("2");
        assertThat(first.read().isEnded()).isTrue();
        assertThat(second.line()).isEqualTo(5);
        assertThat(second.read().get("a")).isEqualTo("3");
        assertThat(second.read().last()).isEqualTo("4");
        assertThat(second.read().isEnded()).isFalse();
        assertThat(file.next()).isNull();
    }

    @Test
    void costsOneLineWhereOneLineIsBroken() throws IOException {
        CsvFile file = file("a,b\n1\n\"x,2\n" + "y".repeat(Lines.LONGEST + 1) + ",2\n3,4\n");

        assertThat(refusal(row(file))).isEqualTo(Refusal.UNREADABLE_LINE);
        assertThat(refusal(row(file))).isEqualTo(Refusal.UNREADABLE_LINE);
        assertThat(refusal(row(file))).isEqualTo(Refusal.UNREADABLE_LINE);
        assertThat(refusal(row(file))).isNull();
    }

    @Test
    void refusesLinesInAnotherEncoding() throws IOException {
        CsvFile file = CsvFile.open(
                "it",
                new ByteArrayInputStream("a,b\n\u00e9,2\n".getBytes(StandardCharsets.ISO_8859_1)),
                List.of("a", "b"));

        assertThat(refusal(row(file))).isEqualTo(Refusal.NOT_UTF_8);
    }

    @Test
    void readsOverColumnsThatNobodyAskedForAlsoTwice() throws IOException {
        assertThat(row(file("a,note,b,note\n1,x,2,y\n")).read().get("b")).isEqualTo("2");
    }

    @Test
    void saysWhatMayBeCutOffAtTheEnd() throws IOException {
        assertThat(row(file("a,b\n1,2\n")).read().mayBeCutOff("b")).isFalse();
        assertThat(row(file("a,b\n1,2")).read().mayBeCutOff("b")).isTrue();
        assertThat(row(file("a,b\n1,2")).read().mayBeCutOff("a")).isFalse();
        assertThat(row(file("a,b\n1,\"2\"")).read().mayBeCutOff("b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b\n1;2\n", "a\tb\n1\t2\n", "sep=,\na,b\n"})
    void saysThatTheSeparatorIsTheTrouble(String text) {
        assertThatThrownBy(() -> file(text))
                .hasMessage("the column a is missing: columns are separated by commas, and the first line names them");
    }

    @Test
    void saysThatLinesEndInCrAlone() {
        assertThatThrownBy(() -> file("x,b\r1,2\r"))
                .hasMessage("the column a is missing: lines end in LF or CR LF, not in CR alone");
    }

    @Test
    void saysWhereAHeaderCanNotBeRead() {
        assertThatThrownBy(() -> file("\n\na;b\n1;2\n")).isInstanceOfSatisfying(BrokenFile.class, it -> {
            assertThat(it.file()).isEqualTo("it");
            assertThat(it.line()).isEqualTo(3);
            assertThat(it.reason().toString()).startsWith("the column a is missing");
        });
        assertThatThrownBy(() -> file("a,b,a\n1,2,3\n")).hasMessage("the column a stands twice");
        assertThatThrownBy(() -> file("\n \n")).isInstanceOf(BrokenFile.class);
        assertThatThrownBy(() -> file("")).hasMessage("the file is empty");
    }

    private static CsvFile file(String text) throws IOException {
        return CsvFile.open("it", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), List.of("a", "b"));
    }

    private static CsvFile.Row row(CsvFile file) throws IOException {
        CsvFile.Row row = file.next();
        if (row == null) {
            throw new AssertionError("no row is left");
        }
        return row;
    }

    private static @Nullable Refusal refusal(CsvFile.Row row) {
        try {
            row.read();
            return null;
        } catch (RefusedLine e) {
            return e.refusal();
        }
    }
}
