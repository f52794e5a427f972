package io.jiayou.audit.refold;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.verify.Entries;
import io.jiayou.audit.verify.ReadModelStatement;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.documents.Statement;
import io.jiayou.transparency.CompactTree;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.TreeHashing;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds a log's events in memory while somebody reads them to verify the log, and compares with what was stated about
 * read models. A statement holds if a trusted key signed it, its root is that of exactly the events folded, and so is
 * its hash. What is annulled is read a second time. All of that is worth nothing unless the log itself holds.
 */
public final class Refold implements Entries {

    private record Named(String name, ReadModelStatement statement) {}

    private final Entries log;
    private final Catalogue models;
    private final LoggedEvents reading;
    private final CompactTree tree = new CompactTree();
    private final Map<Long, List<Named>> due = new TreeMap<>();
    private final Map<String, ModelFold<?>> folds = new HashMap<>();
    private final Map<String, Long> lastSize = new HashMap<>();
    private final List<Confirmation> confirmations = new ArrayList<>();
    private @Nullable String unreadable;

    /** @param log is read from its first event on, and from an annulled one once more */
    public Refold(Entries log, Catalogue models) {
        this.log = log;
        this.models = models;
        this.reading = new LoggedEvents((position, atMost) ->
                log.from(position, atMost).stream().map(EventRecord::parse).toList());
    }

    /**
     * Takes in a statement.
     *
     * @param head of the log, verified
     * @param note as it was written
     */
    public void expect(String name, byte[] note, TrustedLog trusted, TreeHead head) {
        try {
            Note parsed = Note.parse(note);
            ReadModelStatement statement = ReadModelStatement.parse(parsed.text());
            expect(new Named(name, statement), parsed, trusted, head);
        } catch (VerificationException refused) {
            confirmations.add(Confirmation.refused(name, refused));
        }
    }

    private void expect(Named named, Note note, TrustedLog trusted, TreeHead head) {
        ReadModelStatement statement = named.statement();
        if (!statement.origin().equals(trusted.origin())) {
            throw new VerificationException(Verdict.OTHER_LOG, "it speaks of the log " + statement.origin());
        }
        note.verify(trusted.verifiers());
        ReadModel<?> model = models.named(statement.model())
                .orElseThrow(() -> new VerificationException(
                        Verdict.MALFORMED, "this software has no read model called " + statement.model()));
        if (statement.head().size() > head.size()) {
            throw new VerificationException(
                    Verdict.OUT_OF_RANGE,
                    "it speaks of " + statement.head().size() + " events, and the log has " + head.size());
        }
        folds.computeIfAbsent(model.name(), any -> new ModelFold<>(model, reading));
        lastSize.merge(model.name(), statement.head().size(), Math::max);
        due.computeIfAbsent(statement.head().size(), any -> new ArrayList<>()).add(named);
        if (statement.head().size() == 0) {
            settle();
        }
    }

    /** What was found of each statement, once all events were read. */
    public List<Confirmation> confirmations() {
        due.values()
                .forEach(left -> left.forEach(named -> confirmations.add(Confirmation.refused(
                        named.name(),
                        named.statement(),
                        Verdict.ROLLED_BACK,
                        "the events end before those it speaks of"))));
        due.clear();
        return List.copyOf(confirmations);
    }

    @Override
    public List<byte[]> from(long position, int atMost) {
        List<byte[]> lines = log.from(position, atMost);
        // A served log gives whole bundles, whatever is asked for.
        for (byte[] line : lines.subList(0, Math.min(atMost, lines.size()))) {
            take(line);
        }
        return lines;
    }

    private void take(byte[] line) {
        long position = tree.size();
        tree.append(TreeHashing.leaf(line));
        if (unreadable == null) {
            try {
                fold(position, line);
            } catch (RuntimeException e) {
                // The log's own verification says whether the event is the recorded one.
                unreadable = "the event at position " + position + " can't be read: "
                        + e.getClass().getSimpleName();
            }
        }
        settle();
    }

    private void fold(long position, byte[] line) {
        reading.read(position, EventRecord.parse(line))
                .forEach(event -> folds.forEach((model, fold) -> {
                    if (position < lastSize.getOrDefault(model, 0L)) {
                        fold.fold(event);
                    }
                }));
    }

    private void settle() {
        List<Named> here = due.remove(tree.size());
        if (here != null) {
            here.forEach(named -> confirmations.add(judged(named.name(), named.statement())));
        }
    }

    private Confirmation judged(String name, ReadModelStatement statement) {
        if (!tree.root().equals(statement.head().root())) {
            return Confirmation.refused(
                    name,
                    statement,
                    Verdict.INCONSISTENT,
                    "its root isn't that of the first " + statement.head().size() + " events");
        }
        ModelFold<?> fold = Objects.requireNonNull(folds.get(statement.model()));
        String failure = unreadable == null ? fold.failure() : unreadable;
        if (failure != null) {
            return Confirmation.otherFold(name, statement, failure);
        }
        CanonicalHash hash = fold.hash();
        long documents = hash.documents();
        if (documents == statement.documents() && hash.hash().equals(statement.hash())) {
            return Confirmation.holds(name, statement);
        }
        boolean sameSoftware = statement.software().equals(Statement.SOFTWARE);
        return Confirmation.otherFold(
                name,
                statement,
                "these events fold to other documents"
                        + (sameSoftware ? "" : "; it was made by " + statement.software()));
    }
}
