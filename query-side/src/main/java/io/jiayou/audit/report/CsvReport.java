package io.jiayou.audit.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as a table for programs: RFC 4180, UTF-8. */
final class CsvReport {

    /** Without it a spreadsheet program reads Chinese as something else. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvReport() {}

    static byte[] of(PeriodReport report) {
        Stream<List<String>> rows = Stream.concat(
                Stream.of(
                        row("section", Line.COLUMNS),
                        row("period", List.of(report.from() + "/" + report.until(), "", "", "", "", "", ""))),
                report.lines().stream().map(line -> row(line.section(), line.values())));
        return rows.map(row -> row.stream().map(CsvReport::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(String section, List<String> values) {
        return Stream.concat(Stream.of(section), values.stream()).toList();
    }

    /** A spreadsheet program would compute what begins like a formula; behind an apostrophe it shows it. */
    private static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 && !isNumber(value);
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }

    private static boolean isNumber(String value) {
        return value.matches("-?\\d+(?:\\.\\d+)?");
    }
}
