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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the lines of an import. Safe for use by many threads. */
public final class Tally {

    /** More than anybody reads, few enough to be kept in memory. */
    static final int MOST_LISTED = 100_000;
    /** What a line says may be as long as the line. */
    private static final int LONGEST_DETAIL = 300;

    private static final Comparator<@Nullable Long> NONE_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Refused> BY_PLACE = Comparator.comparing(
                    (Refused it) -> it.file() == null ? "" : it.file())
            .thenComparingLong(Refused::line)
            .thenComparing(Refused::feature, NONE_FIRST);

    private final Locale reader;
    private final List<Merged> merged = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<Refused> remarks = new ArrayList<>();
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
        copy.refused.addAll(refused);
        copy.refusedUnlisted = refusedUnlisted;
        copy.counts.putAll(counts);
        copy.faulty = faulty;
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

    /** A feature tells again what another tells. */
    public synchronized void merge(Spot spot, Spot into, String detail) {
        lines++;
        if (merged.size() < MOST_LISTED) {
            merged.add(new Merged(spot.line(), spot.feature(), into.line(), into.feature(), detail));
        }
    }

    /** A line of the imported file isn't imported. */
    public synchronized void refuse(long line, RefusedLine refusal) {
        refuse(Spot.line(line), refusal);
    }

    /** A line or feature of the imported file isn't imported. */
    public synchronized void refuse(Spot spot, RefusedLine refusal) {
        lines++;
        refuseBeside(spot, refusal);
    }

    /** A rule refused what a line says. */
    public synchronized void refuse(long line, RuleViolation violation) {
        refuse(Spot.line(line), violation);
    }

    /** A rule refused what a line or feature says. */
    public synchronized void refuse(Spot spot, RuleViolation violation) {
        lines++;
        String code = violation.rule().code();
        list(
                code,
                true,
                () -> new Refused(
                        spot.file(),
                        spot.line(),
                        spot.feature(),
                        code,
                        ProblemTitles.title(code, reader),
                        true,
                        shortened(violation.detail().in(reader))));
    }

    /** A line isn't usable of a file that the imported one refers to. */
    public synchronized void refuseBeside(Spot spot, RefusedLine refusal) {
        list(refusal.refusal().code(), refusal.refusal().isFault(), () -> entry(spot, refusal));
    }

    /** A line has a fault and is imported all the same, unless the import is strict. */
    public synchronized void remark(Spot spot, RefusedLine fault) {
        faulty = true;
        if (remarks.size() < MOST_LISTED) {
            remarks.add(entry(spot, fault));
        }
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
        refused.sort(BY_PLACE);
        remarks.sort(BY_PLACE);
        merged.sort(Comparator.comparingLong(Merged::line).thenComparing(Merged::feature, NONE_FIRST));
        return new Report(
                lines,
                accepted,
                alreadyThere,
                List.copyOf(merged),
                List.copyOf(refused),
                refusedUnlisted,
                List.copyOf(remarks),
                Map.copyOf(counts),
                List.copyOf(sums.values()),
                List.copyOf(alreadyThereSums.values()),
                version);
    }

    private Refused entry(Spot spot, RefusedLine refusal) {
        Refusal why = refusal.refusal();
        return new Refused(
                spot.file(),
                spot.line(),
                spot.feature(),
                why.code(),
                why.title(reader),
                why.isFault(),
                shortened(refusal.detail().in(reader)));
    }

    private static String shortened(String detail) {
        if (detail.length() <= LONGEST_DETAIL) {
            return detail;
        }
        int end = Character.isHighSurrogate(detail.charAt(LONGEST_DETAIL - 1)) ? LONGEST_DETAIL - 1 : LONGEST_DETAIL;
        return detail.substring(0, end) + "…";
    }

    private void list(String code, boolean fault, Supplier<Refused> line) {
        faulty |= fault;
        counts.merge(code, 1L, Long::sum);
        if (refused.size() < MOST_LISTED) {
            refused.add(line.get());
        } else {
            refusedUnlisted++;
        }
    }

    private static void add(Map<String, Sum> sums, Money total, long volumeMl) {
        sums.merge(total.currency(), new Sum(total.currency(), total.amount(), volumeMl, 1), Sum::plus);
    }
}
