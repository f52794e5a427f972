package io.jiayou.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.values.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ReportFormsTest {

    private static PeriodReport report(List<Line> lines) {
        return new PeriodReport(Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-04-01T00:00:00Z"), lines);
    }

    private static Line byActor(String actor) {
        return Line.happened("price-changes", "2026-03-01T08:00:00Z", "95#", "s1", actor, "7.890", "CNY");
    }

    private static String csv(Line... lines) {
        return new String(CsvReport.of(report(List.of(lines))), StandardCharsets.UTF_8);
    }

    @Test
    void addsUpPerCurrencyInMajorUnits() {
        Totals totals = new Totals();
        totals.add("sales", new Money(12_345, "CNY"));
        totals.add("sales", new Money(5, "CNY"));
        totals.add("sales", new Money(700, "JPY"));

        assertThat(totals.lines("sales"))
                .containsExactly(
                        Line.sum("sales", "sales", 2, "123.50", "CNY"), Line.sum("sales", "sales", 1, "700", "JPY"));
        assertThat(new Totals().lines("sales")).containsExactly(Line.sum("sales", "none", 0, "", ""));
    }

    @Test
    void aTableKeepsEveryText() {
        assertThat(csv(byActor("王, \"老板\"")))
                .startsWith("\uFEFF\"section\",\"at\",")
                .contains("\"王, \"\"老板\"\"\"")
                .endsWith("\"7.890\",\"CNY\"\r\n");
    }

    @Test
    void aTableComputesNothing() {
        assertThat(csv(byActor("=HYPERLINK(\"x\")"))).contains("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(csv(Line.sum("sales", "sales", 1, "-0.05", "CNY"))).contains("\"-0.05\"");
    }

    @Test
    void paperShowsWhatItsFontsLackByNumber() throws IOException {
        assertThat(text(PdfReport.of(report(List.of(byActor("油站⛽")))))).contains("by [U+6CB9][U+7AD9][U+26FD]");
    }

    @Test
    void paperTakesAsManyPagesAsItNeedsAndLosesNoLine() throws IOException {
        List<Line> lines = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(n -> byActor("actor-" + n + "-"))
                .toList());
        lines.add(Line.told("log", "x".repeat(500), "end"));

        byte[] pdf = PdfReport.of(report(lines));

        String text = text(pdf);
        assertThat(IntStream.range(0, 300)).allMatch(n -> text.contains("actor-" + n + "-"));
        assertThat(text.replaceAll("\\s", "")).contains("x".repeat(500));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(4);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
