package io.jiayou.cli;

import io.jiayou.audit.verify.Finding;
import io.jiayou.audit.verify.Receipt;
import io.jiayou.audit.verify.ReceiptDigest;
import io.jiayou.rules.Detail;
import io.jiayou.transparency.CosignatureVerifier;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import io.jiayou.transparency.WitnessAddress;
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

    @Mixin
    private final LogKeyOption keys = new LogKeyOption();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "An older checkpoint of this log that you have kept: the log has to continue it.")
    private @Nullable Path older;

    @Option(
            names = "--witness",
            paramLabel = "VKEY[@URL]",
            description = "A witness that has to have cosigned, as ./jiayou witness prints it; repeatable.")
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
        Looked looked;
        try {
            looked = verified();
        } catch (VerificationException e) {
            looked = Looked.at(Finding.wrong(e));
        } catch (UncheckedIOException e) {
            throw Failure.inWordsOf(String.valueOf(e.getMessage()));
        }
        print(looked);
        return looked.finding().status();
    }

    /**
     * What was found, and how far it reaches.
     *
     * @param at what it was held against, where it holds
     * @param notAt what could have been looked at and wasn't
     */
    private record Looked(Finding finding, List<String> at, List<String> notAt) {

        static Looked at(Finding finding) {
            return new Looked(finding, List.of(), List.of());
        }
    }

    private Looked verified() throws IOException {
        String given = Objects.requireNonNull(what);
        if (!GivenLog.isAddress(given)) {
            Path file = InputFile.regular(Path.of(given));
            if (!isZip(file)) {
                return receipt(file);
            }
        }
        if (digest != null) {
            throw new Failure("--digest is for a receipt, and {0} is a whole log", given);
        }
        try (GivenLog log = GivenLog.open(given, data)) {
            return wholeLog(log);
        }
    }

    private Looked wholeLog(GivenLog log) throws IOException {
        LogCheck check = LogCheck.of(log, keys.read(log.ownKey()), witnesses(), older);
        try (Progress progress = new Progress(Say.text(Detail.of("verifying")), !json.asked())) {
            Finding finding = check.run(
                    log.entries(), done -> progress.at(done, check.head().size()));
            List<String> notAt = check.notLookedAt();
            notAt.add(log.notes().statementCount() + " statements about read models (./jiayou audit refold)");
            return finding.holds() ? new Looked(finding, check.lookedAt(), notAt) : Looked.at(finding);
        }
    }

    private Looked receipt(Path file) throws IOException {
        if (Files.size(file) > MOST_RECEIPT_BYTES) {
            throw new VerificationException(Verdict.MALFORMED, file + " is too long for a receipt");
        }
        Receipt receipt = Receipt.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        if (!keys.isGiven()) {
            throw new Failure("a receipt doesn't name its key: give the log's by --key");
        }
        if (older != null) {
            throw new Failure("--checkpoint is for a whole log: a receipt can't show that it continues one");
        }
        String origin = receipt.proofs().getFirst().checkpoint().unverified().origin();
        LogKeys given = keys.read("");
        TrustedLog log = given.log(origin)
                .orElseThrow(() -> new VerificationException(
                        Verdict.OTHER_LOG, "the receipt is of the log " + origin + ", not of " + given.names()));
        Finding finding = receipt.verify(log, witnesses());
        List<String> at = new ArrayList<>();
        if (digest != null && finding.holds()) {
            ReceiptDigest.parse(digest).requireNames(receipt);
            at.add("the receipt that the digest names");
        }
        List<String> notAt = new ArrayList<>(List.of("all other events of the log"));
        if (witnesses.isEmpty()) {
            notAt.add("witnesses (--witness)");
        } else {
            receipt.proofs()
                    .getFirst()
                    .checkpoint()
                    .cosignatures(witnesses())
                    .forEach(it ->
                            at.add("cosigned by %s at %s".formatted(it.witness().name(), it.time())));
        }
        return finding.holds() ? new Looked(finding, at, notAt) : Looked.at(finding);
    }

    private List<CosignatureVerifier> witnesses() {
        return witnesses.stream().map(it -> WitnessAddress.parse(it).key()).toList();
    }

    private static boolean isZip(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            byte[] first = content.readNBytes(2);
            return first.length == 2 && first[0] == 'P' && first[1] == 'K';
        }
    }

    private void print(Looked looked) {
        Finding finding = looked.finding();
        if (json.asked()) {
            json.print(answer(looked));
            return;
        }
        TreeHead head = finding.head();
        System.out.printf("%s: %s%n", finding.holds() ? "HOLDS" : finding.verdict(), Terminal.plain(finding.detail()));
        if (head != null) {
            Say.item(
                    "{0} events compared, checkpoint of {1} with root {2}", finding.events(), head.size(), head.root());
        }
        looked.at().forEach(line -> System.out.println("  " + Terminal.plain(line)));
        looked.notAt().forEach(line -> Say.item("not looked at: {0}", line));
        if (!keys.isGiven()) {
            Say.item("the key is the log's own word; give yours by --key");
        }
    }

    private static Map<String, Object> answer(Looked looked) {
        Finding finding = looked.finding();
        TreeHead head = finding.head();
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
        answer.put("lookedAt", looked.at());
        answer.put("notLookedAt", looked.notAt());
        return answer;
    }
}
