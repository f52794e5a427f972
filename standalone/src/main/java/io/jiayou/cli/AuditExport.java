package io.jiayou.cli;

import io.jiayou.audit.verify.ExportedLog;
import io.jiayou.audit.verify.Receipt;
import io.jiayou.transparency.TreeHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./jiayou audit export}. */
@Command(
        name = "export",
        description = {
            "Write events and their proofs into a file that anybody can verify without the system.",
            "Without a choice: the whole log as a ZIP file. With one: tlog-proofs, one per event."
        },
        mixinStandardHelpOptions = true)
final class AuditExport implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
    private @Nullable Path file;

    @Option(names = "--order", paramLabel = "ID", description = "Of one order, with its feedback.")
    private @Nullable String order;

    @Option(names = "--driver", paramLabel = "ID", description = "Of one driver, with orders and feedback.")
    private @Nullable String driver;

    @Option(names = "--station", paramLabel = "ID", description = "Of one station, with its orders.")
    private @Nullable String station;

    @Option(
            names = "--from",
            paramLabel = "POSITION",
            converter = PositionText.class,
            description = "From this position on.")
    private @Nullable Long from;

    @Option(
            names = "--to",
            paramLabel = "POSITION",
            converter = PositionText.class,
            description = "Up to the position before this one.")
    private @Nullable Long to;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        Path target = Objects.requireNonNull(file);
        Map<String, String> chosen = new LinkedHashMap<>();
        add(chosen, "order", order);
        add(chosen, "driver", driver);
        add(chosen, "station", station);
        add(chosen, "from", from);
        add(chosen, "to", to);
        Download.to(
                target,
                data.running().as("auditor"),
                chosen.isEmpty() ? "/api/audit/export" : "/api/audit/receipt" + Download.query(chosen));
        if (chosen.isEmpty()) {
            sayWhole(target);
        } else {
            sayChosen(target);
        }
        return 0;
    }

    private static void sayWhole(Path file) throws IOException {
        try (ExportedLog log = ExportedLog.open(file)) {
            TreeHead head = log.checkpoint().unverified().head();
            Say.line(
                    "{0}: {1} events, checkpoint with root {2}, {3} statements about read models, {4} handovers of keys, {5} bytes",
                    file,
                    head.size(),
                    head.root(),
                    log.statementCount(),
                    log.handovers().size(),
                    Files.size(file));
        }
    }

    private static void sayChosen(Path file) throws IOException {
        Receipt receipt = Receipt.parse(Files.readString(file));
        TreeHead head = receipt.proofs().getFirst().checkpoint().unverified().head();
        Say.line(
                "{0}: {1} events with their proofs in the checkpoint of {2} with root {3}, {4} bytes",
                file, receipt.proofs().size(), head.size(), head.root(), Files.size(file));
    }

    private static void add(Map<String, String> chosen, String name, @Nullable Object value) {
        if (value != null) {
            chosen.put(name, value.toString());
        }
    }
}
