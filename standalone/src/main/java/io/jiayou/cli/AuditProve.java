package io.jiayou.cli;

import io.jiayou.audit.verify.Receipt;
import io.jiayou.audit.verify.ReceiptDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./jiayou audit prove}. */
@Command(
        name = "prove",
        description = {
            "Write the receipt of one order: its events, each with the proof that the log has it.",
            "Prints the file and the receipt's digest, which a slip can carry."
        },
        mixinStandardHelpOptions = true)
final class AuditProve implements Callable<Integer> {

    @Parameters(paramLabel = "ORDER", description = "The order's id.")
    private @Nullable String order;

    @Option(names = "--to", paramLabel = "FILE", description = "The file to write. Default: ORDER.tlog-proof.")
    private @Nullable Path file;

    @Option(names = "--qr", paramLabel = "FILE", description = "Also write the digest as a QR code, a PNG file.")
    private @Nullable Path qr;

    @Option(names = "--force", description = "Replace files that are there already; otherwise nothing is written.")
    private boolean force;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        String id = Objects.requireNonNull(order);
        Path to = file == null ? Path.of(id + ".tlog-proof") : file;
        for (Path one : qr == null ? List.of(to) : List.of(to, qr)) {
            if (!force && Files.exists(one)) {
                throw new Failure("{0} exists already; --force replaces it", one);
            }
        }
        Download.replacing(
                to, data.running().as("auditor"), "/api/audit/receipt" + Download.query(Map.of("order", id)));
        String digest =
                ReceiptDigest.of(Receipt.parse(Files.readString(to)), id).text();
        if (qr != null) {
            QrCode.write(qr, digest, force);
        }
        System.out.println(to);
        System.out.println(digest);
        return 0;
    }
}
