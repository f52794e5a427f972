package io.jiayou.cli;

import io.jiayou.audit.refold.Confirmation;
import io.jiayou.audit.refold.Refold;
import io.jiayou.audit.verify.Finding;
import io.jiayou.audit.verify.ReadModelStatement;
import io.jiayou.query.AllReadModels;
import io.jiayou.rules.Detail;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
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

    /** A forged statement says more than one that software of another version may have made. */
    private static final List<String> WORST_FIRST =
            List.of("BAD_SIGNATURE", "NO_TRUSTED_SIGNATURE", "OTHER_LOG", "INCONSISTENT", "ROLLED_BACK", "OTHER_FOLD");

    @Parameters(paramLabel = "EXPORT|URL", description = "A file, or an address such as http://…/audit/log.")
    private @Nullable String what;

    @Option(names = "--model", paramLabel = "NAME", description = "One read model. Default: all that were stated.")
    private @Nullable String model;

    @Mixin
    private final LogKeyOption keys = new LogKeyOption();

    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    /**
     * What was found of the log, and of the statements if the log holds.
     *
     * @param left how many statements weren't looked at
     */
    private record Outcome(Finding log, List<Confirmation> statements, long left) {

        /** What the first line says: of the log if it doesn't hold, else of the worst statement. */
        Optional<Confirmation> worst() {
            return statements.stream().filter(it -> !it.holds()).min(Comparator.comparingInt(it -> {
                int at = WORST_FIRST.indexOf(it.verdict());
                return at < 0 ? WORST_FIRST.size() : at;
            }));
        }

        int status() {
            return log.holds() ? worst().map(Confirmation::status).orElse(0) : log.status();
        }

        String verdict() {
            return log.verdict() == null
                    ? worst().map(Confirmation::verdict).orElse("HOLDS")
                    : log.verdict().name();
        }

        String detail() {
            if (!log.holds() || worst().isEmpty()) {
                return log.holds() ? log.detail() + ", and " + statements.size() + " statements hold" : log.detail();
            }
            Confirmation worst = worst().get();
            return "%d of %d statements don't hold, such as %s: %s"
                    .formatted(
                            statements.stream().filter(it -> !it.holds()).count(),
                            statements.size(),
                            worst.name(),
                            worst.detail());
        }
    }

    @Override
    public Integer call() throws IOException {
        Outcome outcome;
        try (GivenLog log = GivenLog.open(Objects.requireNonNull(what), data)) {
            outcome = refolded(log);
        } catch (VerificationException e) {
            outcome = new Outcome(Finding.wrong(e), List.of(), 0);
        } catch (UncheckedIOException e) {
            throw Failure.inWordsOf(String.valueOf(e.getMessage()));
        }
        print(outcome);
        return outcome.status();
    }

    private Outcome refolded(GivenLog log) throws IOException {
        LogCheck check = LogCheck.of(log, keys.read(log.ownKey()), List.of(), null);
        Refold refold = new Refold(log.entries(), AllReadModels.find());
        Map<String, byte[]> statements = log.notes().statements();
        long all = statements.size();
        choose(statements, model);
        statements.forEach(
                (name, note) -> refold.expect(name, note, check.succession().trusted(), check.head()));
        try (Progress progress = new Progress(Say.text(Detail.of("folding")), !json.asked())) {
            Finding finding =
                    check.run(refold, done -> progress.at(done, check.head().size()));
            return new Outcome(finding, finding.holds() ? refold.confirmations() : List.of(), all - statements.size());
        }
    }

    /**
     * Leaves those of one read model.
     *
     * @param model null for all of them
     * @throws VerificationException MISSING if there is none
     */
    static void choose(Map<String, byte[]> statements, @Nullable String model) {
        if (statements.isEmpty()) {
            throw new VerificationException(Verdict.MISSING, "nothing was stated and signed about read models");
        }
        Set<String> models = new TreeSet<>();
        statements.keySet().forEach(name -> models.add(name.substring(0, Math.max(0, name.indexOf('_')))));
        statements.keySet().removeIf(name -> model != null && !name.startsWith(model + "_"));
        if (statements.isEmpty()) {
            throw new VerificationException(
                    Verdict.MISSING,
                    "nothing was stated about a read model %s, only about %s"
                            .formatted(model, String.join(", ", models)));
        }
    }

    private void print(Outcome outcome) {
        if (json.asked()) {
            json.print(answer(outcome));
            return;
        }
        System.out.printf("%s: %s%n", outcome.verdict(), Terminal.plain(outcome.detail()));
        Finding log = outcome.log();
        TreeHead head = log.head();
        if (head != null) {
            Say.item(
                    "{0} the log: {1} events compared, checkpoint of {2} with root {3}",
                    log.verdict() == null ? "HOLDS" : log.verdict(), log.events(), head.size(), head.root());
        }
        outcome.statements().forEach(AuditRefold::print);
        notLookedAt(outcome).forEach(line -> Say.item("not looked at: {0}", line));
        if (!keys.isGiven()) {
            Say.item("the key is the log's own word; give yours by --key");
        }
    }

    private static List<String> notLookedAt(Outcome outcome) {
        List<String> missing = new ArrayList<>();
        if (outcome.left() > 0) {
            missing.add(outcome.left() + " statements about other read models");
        }
        missing.add("older checkpoints and witnesses (./jiayou audit verify)");
        return missing;
    }

    private static void print(Confirmation confirmation) {
        ReadModelStatement statement = confirmation.statement();
        System.out.printf(
                "  %s %s: %s%n", confirmation.verdict(), confirmation.name(), Terminal.plain(confirmation.detail()));
        if (statement != null && confirmation.holds()) {
            Say.note(
                    "{0} events, {1} documents, {2}", statement.head().size(), statement.documents(), statement.hash());
        }
    }

    private static Map<String, Object> answer(Outcome outcome) {
        Finding log = outcome.log();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("holds", outcome.status() == 0);
        answer.put("verdict", outcome.verdict());
        answer.put("detail", outcome.detail());
        answer.put("events", log.events());
        answer.put(
                "statements",
                outcome.statements().stream().map(AuditRefold::answer).toList());
        answer.put("notLookedAt", notLookedAt(outcome));
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
