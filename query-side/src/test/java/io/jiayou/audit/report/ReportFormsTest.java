package io.jiayou.audit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.order.events.RefundReason;
import io.jiayou.rules.Detail;
import io.jiayou.values.Money;
import io.jiayou.values.Spoken;
import io.jiayou.values.UnitPrice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportFormsTest {

    private static final Instant FROM = Instant.parse("2026-02-28T16:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-31T16:00:00Z");
    private static final Instant AFTERWARDS = UNTIL.plusSeconds(3_600);
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00.123456789Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static PeriodReport report(List<Line> lines) {
        return new PeriodReport(FROM, UNTIL, AFTERWARDS, lines);
    }

    private static Line priceChange(String actor, @Nullable Figure former) {
        return new Line(
                Section.PRICE_CHANGES,
                AT,
                4_711,
                new What("95# from 2026-03-02T16:00:00Z", Spoken.grade("95#")),
                new Party("s1", "中国石化徐汇加油站"),
                new Party("a1", actor),
                "manager",
                null,
                former,
                Figure.of(new UnitPrice(7_890, "CNY")));
    }

    private static Line byActor(String actor) {
        return priceChange(actor, null);
    }

    private static String csv(Line... lines) {
        return new String(CsvReport.of(report(List.of(lines))), StandardCharsets.UTF_8);
    }

    private static byte[] paper(Locale reader, Line... lines) {
        return paper(reader, SHANGHAI, report(List.of(lines)));
    }

    private static byte[] paper(Locale reader, ZoneId zone, PeriodReport report) {
        return PdfReport.of(report, new Times(zone, report.from(), report.until()), reader);
    }

    @Test
    void addsUpPerCurrencyInMajorUnits() {
        What sold = What.of(Detail.of("Orders completed"));
        Totals totals = new Totals();
        totals.add(sold, new Money(12_345, "CNY"));
        totals.add(sold, new Money(5, "CNY"));
        totals.add(sold, new Money(700, "JPY"));

        assertThat(totals.lines(Section.SALES)).extracting(Line::count).containsExactly(2L, 1L);
        assertThat(totals.lines(Section.SALES))
                .extracting(line -> line.amount() == null
                        ? ""
                        : line.amount().major() + line.amount().currency())
                .containsExactly("123.50CNY", "700JPY");
        assertThat(new Totals().lines(Section.SALES)).containsExactly(Line.none(Section.SALES));
    }

    @Test
    void aTableKeepsEveryText() {
        assertThat(csv(byActor("王, \"老板\"")))
                .startsWith("\uFEFF\"section\",\"at\",")
                .contains("\"a1\",\"\",\"7.890\",\"CNY\"")
                .contains("\"王, \"\"老板\"\"\",\"manager\"")
                .endsWith("\"4711\"\r\n");
    }

    @Test
    void aTableComputesNothing() {
        assertThat(csv(byActor("=HYPERLINK(\"x\")"))).contains("\"'=HYPERLINK(\"\"x\"\")\"");
        Figure negative = Figure.of(new Money(-5, "CNY"));
        assertThat(csv(Line.sum(Section.SALES, What.NONE, 1, negative))).contains("\"-0.05\"");
    }

    @Test
    void aTableHasTheFormerPriceAndTellsWhetherThePeriodIsOver() {
        assertThat(csv(priceChange("王", Figure.of(new UnitPrice(7_990, "CNY")))))
                .contains("\"7.990\",\"4711\"");
        PeriodReport early = new PeriodReport(FROM, UNTIL, UNTIL.minusSeconds(1), List.of());
        assertThat(new String(CsvReport.of(early), StandardCharsets.UTF_8)).contains("\"not over when made\"");
        assertThat(csv()).doesNotContain("not over");
    }

    @Test
    void paperIsInTheReadersLanguageOnTheClocksOfTheBusiness() throws IOException {
        Line change = priceChange("王老板", Figure.of(new UnitPrice(7_990, "CNY")));
        Line refund = Line.sum(
                Section.REFUNDS_DUE,
                new What("DIFFERENCE", io.jiayou.audit.history.Reasons.of(RefundReason.DIFFERENCE)),
                1_234,
                Figure.of(new Money(12_345_678, "CNY")));

        Line reading = new Line(
                Section.PERSONAL_DATA,
                AT,
                -1,
                What.NONE,
                Party.of("d1"),
                Party.of("a2"),
                "head-office",
                1L,
                null,
                null);

        String chinese = text(paper(Locale.CHINESE, change, refund, reading));
        String english = text(paper(Locale.ENGLISH, change, refund, reading));

        assertThat(chinese)
                .contains("加油审计报告", "记录时间自 2026-03-01 00:00:00 起", "Asia/Shanghai 时间（UTC+08:00）")
                .contains("价格变动", "2026-03-01 16:00:00", "#4711", "95号汽油", "中国石化徐汇加油站", "s1")
                .contains("王老板", "站长", "a1", "7.99 元／升", "7.89 元／升")
                .contains("应退款", "加油金额少于已付金额", "1,234", "123,456.78 元");
        assertThat(english)
                .contains("Jiayou audit report", "2026-03-01 00:00:00", "Asia/Shanghai (UTC+08:00)")
                .contains("Price changes", "95# petrol", "中国石化徐汇加油站", "station manager", "王老板", "head office")
                .contains("123,456.78 yuan");
        assertThat(chinese + english).doesNotContain("123456789", "isn't over", "尚未结束");
    }

    @Test
    void paperMarksAPeriodThatIsNotOver() throws IOException {
        PeriodReport early = new PeriodReport(FROM, UNTIL, UNTIL.minusSeconds(1), List.of());

        assertThat(text(paper(Locale.ENGLISH, SHANGHAI, early))).contains("This period isn't over");
        assertThat(text(paper(Locale.CHINESE, SHANGHAI, early))).contains("该期间尚未结束");
    }

    @Test
    void timesHaveTheirOffsetWhereTheClocksAreChanged() throws IOException {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(text(paper(Locale.ENGLISH, berlin, report(List.of(byActor("x"))))))
                .contains("2026-03-01 09:00:00 +01", "2026-03-31 18:00:00 +02", "Europe/Berlin (each with");
    }

    @Test
    void paperEmbedsItsFontAndShowsWhatThatLacksByNumber() throws IOException {
        byte[] pdf = paper(Locale.CHINESE, byActor("油站⛽"));

        assertThat(text(pdf)).contains("油站[U+26FD]");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                    assertThat(page.getResources().getFont(font).getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
                }
            }
        }
        assertThat(pdf).hasSizeLessThan(100_000);
    }

    @Test
    void paperTakesAsManyPagesAsItNeedsEachWithHeadsAndItsNumberAndLosesNoLine() throws IOException {
        List<Line> lines = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(n -> byActor("actor-" + n + "-"))
                .toList());
        lines.add(Line.told(Section.LOG, new What("", reader -> "x".repeat(500)), "end"));

        byte[] pdf = paper(Locale.ENGLISH, SHANGHAI, report(lines));

        String text = text(pdf);
        assertThat(IntStream.range(0, 300)).allMatch(n -> text.contains("actor-" + n + "-"));
        assertThat(text.replaceAll("\\s", "")).contains("x".repeat(20));
        assertThat(text.chars().filter(c -> c == 'x').count()).isGreaterThanOrEqualTo(500);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(4);
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= pages; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains("Time, event", "Amount, price", "page " + page + " of " + pages);
            }
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
