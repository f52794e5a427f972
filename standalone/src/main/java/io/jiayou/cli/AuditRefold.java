package io.jiayou.cli;

import io.jiayou.audit.refold.Confirmation;
import io.jiayou.audit.refold.Refold;
import io.jiayou.audit.verify.Entries;
import io.jiayou.audit.verify.ExportedLog;
import io.jiayou.audit.verify.Finding;
import io.jiayou.audit.verify.LogVerifier;
import io.jiayou.audit.verify.Notes;
import io.jiayou.audit.verify.ReadModelStatement;
import io.jiayou.audit.verify.RemoteLog;
import io.jiayou.query.AllReadModels;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.NoteVerifier;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** {@code ./jiayou audit refold}. Needs no system, no database and no secret. */
@Command(
        name = "refold",
        description = {
            "Verify a whole log as verify does, fold its events again, and confirm what was stated about"
                    + " read models: that each is the fold of exactly these events.",
            "Exit status 0 only if all of it holds; 10 to 19 as verify has them, 19 also where nothing"
                    + " was stated; 20: the events fold to other documents."
        },
        mixinStandardHelpOptions = true)
final class AuditRefold implements Callable<Integer> {

    @Parameters(paramLabel = "EXPORT|URL", description = "A file, or an address such as http://…/audit/log.")
    private @Nullable String what;

    @Option(names = "--model", paramLabel = "NAME", description = "One read model. Default: all that were stated.")
    private @Nullable String model;

    @Option(
            names = "--key",
            paramLabel = "VKEY",
            description = "The log's verifier key, or a file that holds it. Without it the log's own word is taken.")
    private @Nullable String key;

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    /** What was found of the log, and of the statements if the log holds. */
    private record Outcome(Finding log, List<Confirmation> statements) {

        int status() {
            return log.holds()
                    ? statements.stream()
                            .mapToInt(Confirmation::status)
                            .filter(status -> status != 0)
                            .findFirst()
                            .orElse(0)
                    : log.status();
        }
    }

    @Override
    public Integer call() throws IOException {
        Outcome outcome;
        try {
            outcome = refolded();
        } catch (VerificationException e) {
            outcome = new Outcome(Finding.wrong(e), List.of());
        } catch (UncheckedIOException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
        print(outcome);
        return outcome.status();
    }

    private Outcome refolded() throws IOException {
        String given = Objects.requireNonNull(what);
        if (given.startsWith("http://") || given.startsWith("https://")) {
            RemoteLog log = new RemoteLog(given, data.auditorAt(given));
            return refolded(log, log, log.checkpoint(), key == null ? log.ownKey() : key(key), log::leafAt);
        }
        if (!Files.isRegularFile(Path.of(given))) {
            throw new Failure(given + " isn't a file");
        }
        try (ExportedLog log = ExportedLog.open(Path.of(given))) {
            return refolded(log, log, log.checkpoint(), key == null ? log.ownKey() : key(key), log::leafAt);
        }
    }

    private Outcome refolded(
            Entries entries, Notes notes, SignedCheckpoint signed, String vkey, LongFunction<Hash> kept) {
        NoteVerifier verifier = NoteVerifier.parse(vkey);
        TrustedLog trusted = new TrustedLog(verifier.key().name(), List.of(verifier));
        TreeHead head = signed.verify(trusted).head();
        Refold refold = new Refold(entries, AllReadModels.find());
        Map<String, byte[]> statements = notes.statements();
        statements.keySet().removeIf(name -> model != null && !name.startsWith(model + "_"));
        if (statements.isEmpty()) {
            throw new VerificationException(Verdict.MISSING, "nothing was stated and signed about read models");
        }
        statements.forEach((name, note) -> refold.expect(name, note, trusted, head));
        try (Progress progress = new Progress("folding", !json.asked())) {
            Finding finding = new LogVerifier(head, null, kept, done -> progress.at(done, head.size())).verify(refold);
            return new Outcome(finding, finding.holds() ? refold.confirmations() : List.of());
        }
    }

    private static String key(String given) throws IOException {
        return given.contains("+") && !Files.exists(Path.of(given))
                ? given
                : Files.readString(Path.of(given)).strip();
    }

    private void print(Outcome outcome) {
        if (json.asked()) {
            json.print(answer(outcome));
            return;
        }
        Finding log = outcome.log();
        System.out.printf("%s: %s%n", log.holds() ? "HOLDS" : log.verdict(), log.detail());
        outcome.statements().forEach(AuditRefold::print);
        if (key == null) {
            System.out.println("  the key is the log's own word; give yours by --key");
        }
    }

    private static void print(Confirmation confirmation) {
        ReadModelStatement statement = confirmation.statement();
        System.out.printf("  %s %s: %s%n", confirmation.verdict(), confirmation.name(), confirmation.detail());
        if (statement != null && confirmation.holds()) {
            System.out.printf(
                    "    %,d events, %,d documents, %s%n",
                    statement.head().size(), statement.documents(), statement.hash());
        }
    }

    private static Map<String, Object> answer(Outcome outcome) {
        Finding log = outcome.log();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("holds", outcome.status() == 0);
        answer.put("verdict", log.verdict() == null ? "HOLDS" : log.verdict().name());
        answer.put("detail", log.detail());
        answer.put("events", log.events());
        answer.put(
                "statements",
                outcome.statements().stream().map(AuditRefold::answer).toList());
        return answer;
    }

    private static Map<String, Object> answer(Confirmation confirmation) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", confirmation.name());
        answer.put("holds", confirmation.holds());
        answer.put("verdict", confirmation.verdict());
        answer.put("detail", confirmation.detail());
        ReadModelStatement statement = confirmation.statement();
        if (statement != null) {
            answer.put("model", statement.model());
            answer.put("size", statement.head().size());
            answer.put("documents", statement.documents());
            answer.put("hash", statement.hash());
        }
        return answer;
    }
}
