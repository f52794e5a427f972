package io.jiayou.audit.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report as a table for programs: RFC 4180, UTF-8, moments in UTC, all words in English. */
final class CsvReport {

    /** What the values are; what doesn't apply is empty. */
    static final List<String> COLUMNS = List.of(
            "section",
            "at",
            "what",
            "about",
            "actor",
            "count",
            "amount",
            "currency",
            "aboutName",
            "actorName",
            "role",
            "former",
            "position");

    /** Without it a spreadsheet program reads Chinese as something else. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvReport() {}

    static byte[] of(PeriodReport report) {
        Stream<List<String>> rows = Stream.concat(
                Stream.of(COLUMNS, period(report)), report.lines().stream().map(CsvReport::row));
        return rows.map(row -> row.stream().map(CsvReport::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> period(PeriodReport report) {
        List<String> row = new ArrayList<>(
                List.of("period", report.from() + "/" + report.until(), report.isOver() ? "" : "not over when made"));
        row.addAll(COLUMNS.stream().skip(row.size()).map(column -> "").toList());
        return row;
    }

    private static List<String> row(Line line) {
        return List.of(
                line.section().code(),
                text(line.at()),
                line.what().code(),
                line.about().id(),
                line.actor().id(),
                text(line.count()),
                number(line.amount()),
                line.amount() == null ? "" : line.amount().currency(),
                line.about().name(),
                line.actor().name(),
                line.role(),
                number(line.former()),
                line.position() < 0 ? "" : Long.toString(line.position()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static String number(@Nullable Figure figure) {
        return figure == null ? "" : figure.major().toPlainString();
    }

    /** A spreadsheet program would compute what begins like a formula; behind an apostrophe it shows it. */
    private static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+-@＝＋－＠\t\r".indexOf(value.charAt(0)) >= 0 && !isNumber(value);
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }

    private static boolean isNumber(String value) {
        return value.matches("-?\\d+(?:\\.\\d+)?");
    }
}
