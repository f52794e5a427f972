package io.jiayou.imports;

import io.jiayou.imports.Report.Merged;
import io.jiayou.imports.Report.Refused;
import io.jiayou.imports.Report.Sum;
import io.jiayou.rules.ProblemTitles;
import io.jiayou.rules.RuleViolation;
import io.jiayou.values.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the lines of an import. Safe for use by many threads. */
public final class Tally {

    /** More than anybody reads, few enough to be kept in memory. */
    static final int MOST_LISTED = 100_000;

    private final Locale reader;
    private final List<Merged> merged = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Sum> sums = new TreeMap<>();
    private final Map<String, Sum> alreadyThereSums = new TreeMap<>();
    private long lines;
    private long accepted;
    private long alreadyThere;
    private long refusedUnlisted;
    private boolean faulty;

    /** @param reader in whose language reasons are told */
    public Tally(Locale reader) {
        this.reader = reader;
    }

    /** Another one that knows of the same refusals. */
    public synchronized Tally copy() {
        Tally copy = new Tally(reader);
        refused.forEach(copy::list);
        copy.lines = lines;
        return copy;
    }

    /** A line changed something. */
    public synchronized void accept() {
        lines++;
        accepted++;
    }

    /** A line changed something: it is a sale. */
    public synchronized void accept(Money total, long volumeMl) {
        accept();
        add(sums, total, volumeMl);
    }

    /** A line changed nothing. */
    public synchronized void recognise() {
        lines++;
        alreadyThere++;
    }

    /** A line changed nothing: it is a sale that was there already. */
    public synchronized void recognise(Money total, long volumeMl) {
        recognise();
        add(alreadyThereSums, total, volumeMl);
    }

    /** A line tells again what another tells. */
    public synchronized void merge(long line, long into, String detail) {
        lines++;
        merged.add(new Merged(line, into, detail));
    }

    /** A line of the imported file isn't imported. */
    public synchronized void refuse(long line, RefusedLine refusal) {
        lines++;
        refuseBeside(null, line, refusal);
    }

    /** A rule refused what a line says. */
    public synchronized void refuse(long line, RuleViolation violation) {
        lines++;
        String code = violation.rule().code();
        list(new Refused(null, line, code, ProblemTitles.title(code, reader), true, violation.getMessage()));
    }

    /**
     * A line isn't usable of a file that the imported one refers to.
     *
     * @param file which one
     */
    public synchronized void refuseBeside(@Nullable String file, long line, RefusedLine refusal) {
        Refusal why = refusal.refusal();
        list(new Refused(file, line, why.code(), why.title(reader), why.isFault(), refusal.getMessage()));
    }

    /** Whether a line was refused for a fault. */
    public synchronized boolean isFaulty() {
        return faulty;
    }

    /** How many lines of the imported file are dealt with. */
    public synchronized long lines() {
        return lines;
    }

    public synchronized Report report(long version) {
        refused.sort(Comparator.comparing((Refused it) -> it.file() == null ? "" : it.file())
                .thenComparingLong(Refused::line));
        return new Report(
                lines,
                accepted,
                alreadyThere,
                List.copyOf(merged),
                List.copyOf(refused),
                refusedUnlisted,
                Map.copyOf(counts),
                List.copyOf(sums.values()),
                List.copyOf(alreadyThereSums.values()),
                version);
    }

    private void list(Refused line) {
        faulty |= line.fault();
        counts.merge(line.code(), 1L, Long::sum);
        if (refused.size() < MOST_LISTED) {
            refused.add(line);
        } else {
            refusedUnlisted++;
        }
    }

    private static void add(Map<String, Sum> sums, Money total, long volumeMl) {
        sums.merge(total.currency(), new Sum(total.currency(), total.amount(), volumeMl, 1), Sum::plus);
    }
}
