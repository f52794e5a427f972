package io.jiayou.cli;

import io.jiayou.audit.verify.Entries;
import io.jiayou.audit.verify.ExportedLog;
import io.jiayou.audit.verify.Finding;
import io.jiayou.audit.verify.LogVerifier;
import io.jiayou.audit.verify.Receipt;
import io.jiayou.audit.verify.ReceiptDigest;
import io.jiayou.audit.verify.RemoteLog;
import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.CosignatureVerifier;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./jiayou audit verify}. Needs no system, no database and no secret. */
@Command(
        name = "verify",
        description = {
            "Verify a whole log (an export, or the address under which it is served) or a receipt.",
            "Exit status 0 only if all of it holds; 10 to 20 say what doesn't: malformed, no trusted signature,",
            "bad signature, too few witnesses, other log, inconsistent, rolled back, not included, out of range, missing,",
            "another receipt than the digest names."
        },
        mixinStandardHelpOptions = true)
final class AuditVerify implements Callable<Integer> {

    private static final int MOST_RECEIPT_BYTES = 256 << 20;

    @Parameters(paramLabel = "EXPORT|URL", description = "A file, or an address such as http://…/audit/log.")
    private @Nullable String what;

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description =
                    "The log's verifier key, or a file that holds it or several, one per line. Without it the log's own word is taken,"
                            + " which proves nothing about who wrote it.")
    private @Nullable String key;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "An older checkpoint of this log that you have kept: the log has to continue it.")
    private @Nullable Path older;

    @Option(names = "--witness", paramLabel = "VKEY", description = "A witness that has to have cosigned; repeatable.")
    private List<String> witnesses = new ArrayList<>();

    @Option(
            names = "--digest",
            paramLabel = "TEXT",
            description = "A receipt's digest, as a slip has it: the receipt has to be the one that it names.")
    private @Nullable String digest;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Override
    public Integer call() throws IOException {
        Finding finding;
        try {
            finding = verified();
        } catch (VerificationException e) {
            finding = Finding.wrong(e);
        } catch (UncheckedIOException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
        print(finding);
        return finding.status();
    }

    private Finding verified() throws IOException {
        String given = Objects.requireNonNull(what);
        if (given.startsWith("http://") || given.startsWith("https://")) {
            requireNoDigest(given);
            RemoteLog log = new RemoteLog(given, data.auditorAt(given));
            return wholeLog(log, log.checkpoint(), key == null ? log.ownKey() : key(), log::leafAt);
        }
        Path file = Path.of(given);
        if (!Files.isRegularFile(file)) {
            throw new Failure(file + " isn't a file");
        }
        if (!isZip(file)) {
            return receipt(file);
        }
        requireNoDigest(given);
        try (ExportedLog log = ExportedLog.open(file)) {
            Finding finding = wholeLog(log, log.checkpoint(), key == null ? log.ownKey() : key(), log::leafAt);
            if (finding.holds() && log.hasMore()) {
                return new Finding(
                        Verdict.OUT_OF_RANGE,
                        finding.events(),
                        "there are events that no checkpoint covers",
                        finding.events(),
                        finding.head());
            }
            return finding;
        }
    }

    private void requireNoDigest(String wholeLog) {
        if (digest != null) {
            throw new Failure("--digest is for a receipt, and " + wholeLog + " is a whole log");
        }
    }

    private Finding wholeLog(Entries entries, SignedCheckpoint signed, String vkey, LongFunction<Hash> kept)
            throws IOException {
        TrustedLog log = trusted(vkey);
        TreeHead head = signed.verify(log).head();
        requireWitnesses(signed);
        TreeHead before = older == null ? null : older(older, log);
        try (Progress progress = new Progress("verifying", !json.asked())) {
            return new LogVerifier(head, before, kept, done -> progress.at(done, head.size())).verify(entries);
        }
    }

    private static TreeHead older(Path file, TrustedLog log) throws IOException {
        Checkpoint checkpoint = SignedCheckpoint.parse(Files.readAllBytes(file)).verify(log);
        return checkpoint.head();
    }

    private Finding receipt(Path file) throws IOException {
        if (Files.size(file) > MOST_RECEIPT_BYTES) {
            throw new VerificationException(Verdict.MALFORMED, file + " is too long for a receipt");
        }
        Receipt receipt = Receipt.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        if (key == null) {
            throw new Failure("a receipt doesn't name its key: give the log's by --key");
        }
        Finding finding = receipt.verify(trusted(key()), witnesses());
        if (digest != null && finding.holds()) {
            ReceiptDigest.parse(digest).requireNames(receipt);
        }
        return finding;
    }

    /** The log that the keys are of, one per line: a checkpoint of another one is refused. */
    private static TrustedLog trusted(String vkeys) {
        List<NoteVerifier> verifiers =
                vkeys.strip().lines().map(NoteVerifier::parse).toList();
        if (verifiers.stream().map(it -> it.key().name()).distinct().count() != 1) {
            throw new VerificationException(Verdict.MALFORMED, "the keys have to be of one log");
        }
        return new TrustedLog(verifiers.getFirst().key().name(), verifiers);
    }

    private void requireWitnesses(SignedCheckpoint signed) {
        List<CosignatureVerifier> wanted = witnesses();
        int seen = signed.cosignatures(wanted).size();
        if (seen < wanted.size()) {
            throw new VerificationException(
                    Verdict.TOO_FEW_WITNESSES, seen + " of " + wanted.size() + " witnesses have cosigned");
        }
    }

    private List<CosignatureVerifier> witnesses() {
        return witnesses.stream().map(CosignatureVerifier::parse).toList();
    }

    private String key() throws IOException {
        String given = Objects.requireNonNull(key);
        return given.contains("+") && !Files.exists(Path.of(given))
                ? given
                : Files.readString(Path.of(given)).strip();
    }

    private static boolean isZip(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            byte[] first = content.readNBytes(2);
            return first.length == 2 && first[0] == 'P' && first[1] == 'K';
        }
    }

    private void print(Finding finding) {
        TreeHead head = finding.head();
        if (json.asked()) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("holds", finding.holds());
            answer.put(
                    "verdict",
                    finding.verdict() == null ? "HOLDS" : finding.verdict().name());
            answer.put("detail", finding.detail());
            if (finding.position() >= 0) {
                answer.put("position", finding.position());
            }
            answer.put("events", finding.events());
            if (head != null) {
                answer.put("size", head.size());
                answer.put("root", head.root().toString());
            }
            json.print(answer);
            return;
        }
        System.out.printf("%s: %s%n", finding.holds() ? "HOLDS" : finding.verdict(), finding.detail());
        if (head != null) {
            System.out.printf(
                    "  %,d events compared, checkpoint of %,d with root %s%n",
                    finding.events(), head.size(), head.root());
        }
        if (key == null) {
            System.out.println("  the key is the log's own word; give yours by --key");
        }
    }
}
