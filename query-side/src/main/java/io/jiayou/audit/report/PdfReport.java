package io.jiayou.audit.report;

import io.jiayou.audit.report.Table.Column;
import io.jiayou.rules.Detail;
import io.jiayou.rules.Languages;
import io.jiayou.rules.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report on A4 for people, in the language and on the clocks of whoever reads it. */
final class PdfReport {

    private static final float TITLE = 15;
    private static final float LEADING = 13;

    private final PeriodReport report;
    private final Times times;
    private final Locale reader;

    private PdfReport(PeriodReport report, Times times, Locale reader) {
        this.report = report;
        this.times = times;
        this.reader = reader;
    }

    static byte[] of(PeriodReport report, Times times, Locale reader) {
        try (Paper paper = new Paper()) {
            return new PdfReport(report, times, reader).on(paper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] on(Paper paper) throws IOException {
        Table table = new Table(paper, columns(), heading(paper));
        Section section = null;
        for (Line line : report.lines()) {
            if (line.section() != section) {
                section = line.section();
                table.title(section.title().in(reader));
            }
            table.row(cells(line));
        }
        return paper.finished(
                title(),
                Languages.tag(reader),
                Table.MARGIN,
                Table.MARGIN,
                Table.SIZE,
                (number, all) -> said(Detail.of(
                        "{0}, {1} to {2}, page {3} of {4}",
                        title(), times.of(report.from()), times.of(report.until()), number, all)));
    }

    private String title() {
        return said(Detail.of("Jiayou audit report"));
    }

    /** Returns how far down the page is taken. */
    private float heading(Paper paper) throws IOException {
        float y = Paper.SIZE.getHeight() - Table.MARGIN - TITLE;
        paper.text(Table.MARGIN, y, TITLE, true, title());
        y -= 1.5f * LEADING;
        for (Detail told : List.of(
                Detail.of(
                        "Events recorded from {0} up to, and without, {1}",
                        times.of(report.from()), times.of(report.until())),
                Detail.of("Made at {0}. All times are those of {1}.", times.of(report.madeAt()), times.zone()))) {
            paper.text(Table.MARGIN, y, Table.SIZE + 1, false, said(told));
            y -= LEADING;
        }
        if (!report.isOver()) {
            Detail warning = Detail.of("This period isn't over: what is recorded from now on isn't in this report.");
            paper.text(Table.MARGIN, y, Table.SIZE + 1, true, said(warning));
            y -= LEADING;
        }
        return y - LEADING / 2;
    }

    private List<Column> columns() {
        return List.of(
                new Column(said(Detail.of("Time, event")), 112, false),
                new Column(said(Detail.of("What")), 128, false),
                new Column(said(Detail.of("About")), 164, false),
                new Column(said(Detail.of("By")), 158, false),
                new Column(said(Detail.of("Number")), 38, true),
                new Column(said(Detail.of("Before")), 81, true),
                new Column(said(Detail.of("Amount, price")), 81, true));
    }

    private List<String> cells(Line line) {
        return List.of(
                lines(line.at() == null ? "" : times.of(line.at()), line.position() < 0 ? "" : "#" + line.position()),
                line.what().shown().in(reader),
                lines(line.about().name(), line.about().id()),
                lines(
                        line.actor().name(),
                        line.role().isEmpty() ? "" : Roles.of(line.role()).in(reader),
                        line.actor().id()),
                line.count() == null ? "" : String.format(Locale.ROOT, "%,d", line.count()),
                line.former() == null ? "" : line.former().shown().in(reader),
                line.amount() == null ? "" : line.amount().shown().in(reader));
    }

    private static String lines(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).distinct().collect(Collectors.joining("\n"));
    }

    private String said(Said text) {
        return text.in(reader);
    }
}
