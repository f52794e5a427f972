package io.jiayou.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./jiayou audit report}. */
@Command(
        name = "report",
        description = {
            "Write the audit report of a period: sales, refunds, cancellations, price changes, alarms,"
                    + " and the log's root before and after."
        },
        mixinStandardHelpOptions = true)
final class AuditReport implements Callable<Integer> {

    @Option(
            names = "--from",
            required = true,
            paramLabel = "MOMENT",
            description = "The period's first moment: 2026-03-01T00:00:00+08:00.")
    private @Nullable String from;

    @Option(names = "--to", required = true, paramLabel = "MOMENT", description = "The first moment behind it.")
    private @Nullable String to;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write, FILE.pdf or FILE.csv; it must not exist.")
    private @Nullable Path out;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() {
        Path file = Objects.requireNonNull(out);
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".pdf") && !name.endsWith(".csv")) {
            throw new Failure("--out ends in .pdf or .csv");
        }
        Map<String, String> period = new LinkedHashMap<>();
        period.put("from", Objects.requireNonNull(from));
        period.put("to", Objects.requireNonNull(to));
        Download.to(
                file,
                data.running().as("auditor"),
                "/api/audit/report" + name.substring(name.length() - 4) + Download.query(period));
        System.out.println(file);
        return 0;
    }
}
