package io.jiayou.audit.report;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.history.AnnulledBy;
import io.jiayou.audit.history.RecordedHistory;
import io.jiayou.audit.history.TodaysForm;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.audit.log.AlarmJournal;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.log.SignedTree;
import io.jiayou.audit.log.StoreCheck;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.privacy.PersonalReads;
import io.jiayou.station.events.PriceSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Makes the report of a period out of the events that were recorded in it, the journal of alarms, and the log. */
@Component
@ConditionalOnProperty("jiayou.audit.directory")
class Inquiry {

    private static final int PART = 1_000;

    private final RecordedHistory history;
    private final TodaysForm todaysForm;
    private final AuditLog log;
    private final StoreCheck check;
    private final AlarmJournal alarms;
    private final ObjectProvider<PersonalReads> reads;
    private final AnnulledBy annulledBy;

    Inquiry(
            RecordedHistory history,
            TodaysForm todaysForm,
            AuditLog log,
            StoreCheck check,
            AlarmJournal alarms,
            ObjectProvider<PersonalReads> reads,
            AnnulledBy annulledBy) {
        this.annulledBy = annulledBy;
        this.reads = reads;
        this.history = history;
        this.todaysForm = todaysForm;
        this.log = log;
        this.check = check;
        this.alarms = alarms;
    }

    PeriodReport report(Instant from, Instant until) {
        // Of one tree: what it doesn't cover yet is in the next report, with its proof.
        SignedTree tree = log.newest();
        List<Line> lines = new ArrayList<>();
        lines.addAll(money(tree, from, until));
        lines.addAll(priceChanges(tree, from, until));
        lines.addAll(personalData(from, until));
        lines.addAll(annulments(tree, from, until));
        lines.addAll(alarms(from, until));
        lines.addAll(proofs(tree, from, until));
        return new PeriodReport(from, until, lines);
    }

    private List<Line> money(SignedTree tree, Instant from, Instant until) {
        Totals sales = new Totals();
        Totals refunds = new Totals();
        Map<String, Long> cancellations = new TreeMap<>();
        each(tree, "order.completed", from, until, (record, event) -> {
            if (event instanceof OrderCompleted it) {
                sales.add("sales", it.total());
            }
        });
        each(tree, "order.refund-required", from, until, (record, event) -> {
            if (event instanceof RefundRequired it) {
                refunds.add(it.reason().name(), it.amount());
            }
        });
        each(tree, "order.cancelled", from, until, (record, event) -> {
            if (event instanceof OrderCancelled it) {
                cancellations.merge(it.reason().name(), 1L, Long::sum);
            }
        });
        List<Line> lines = new ArrayList<>(sales.lines("sales"));
        lines.addAll(refunds.lines("refunds-due"));
        if (cancellations.isEmpty()) {
            lines.add(Line.sum("cancellations", "none", 0, "", ""));
        }
        cancellations.forEach((reason, count) -> lines.add(Line.sum("cancellations", reason, count, "", "")));
        return lines;
    }

    private List<Line> priceChanges(SignedTree tree, Instant from, Instant until) {
        List<Line> lines = new ArrayList<>();
        each(tree, "station.price-set", from, until, (record, event) -> {
            if (event instanceof PriceSet it) {
                lines.add(Line.happened(
                        "price-changes",
                        record.time().toString(),
                        it.grade() + " from " + it.holdsFrom(),
                        it.stationId(),
                        record.metadata().getOrDefault(MetadataKeys.ACTOR, ""),
                        java.math.BigDecimal.valueOf(it.price().thousandths(), 3)
                                .toPlainString(),
                        it.price().currency()));
            }
        });
        return lines.isEmpty() ? List.of(Line.sum("price-changes", "none", 0, "", "")) : lines;
    }

    /** Who was shown something personal of whom, on the days of the period. */
    private List<Line> personalData(Instant from, Instant until) {
        List<Line> lines = reads.stream()
                .flatMap(it -> it.between(from, until).stream())
                .map(it -> new Line(
                        "personal-data",
                        List.of(
                                it.last().toString(),
                                "read by " + it.role(),
                                it.person(),
                                it.actor(),
                                Long.toString(it.count()),
                                "",
                                "")))
                .toList();
        return lines.isEmpty() ? List.of(Line.sum("personal-data", "none", 0, "", "")) : lines;
    }

    /** What was left out by two people within the period. */
    private List<Line> annulments(SignedTree tree, Instant from, Instant until) {
        List<Line> lines = new ArrayList<>();
        each(tree, "annulment.confirmed", from, until, (record, event) -> {
            if (event instanceof AnnulmentConfirmed it) {
                lines.add(Line.happened(
                        "annulments",
                        record.time().toString(),
                        "the event at position " + it.position() + " is left out",
                        it.aggregateId() == null ? "" : it.aggregateId(),
                        it.by(),
                        "",
                        ""));
            }
        });
        return lines.isEmpty() ? List.of(Line.sum("annulments", "none", 0, "", "")) : lines;
    }

    private List<Line> alarms(Instant from, Instant until) {
        List<Line> lines = alarms.between(from, until).stream()
                .map(it -> Line.happened(
                        "alarms",
                        it.at().toString(),
                        it.raised() ? "raised" : "ended",
                        it.what() + ": " + it.detail(),
                        "",
                        "",
                        ""))
                .toList();
        return lines.isEmpty() ? List.of(Line.sum("alarms", "none", 0, "", "")) : lines;
    }

    /** The trees over everything before the period, and over everything up to its end. */
    private List<Line> proofs(SignedTree tree, Instant from, Instant until) {
        StoreCheck.Pass checked = check.completed();
        return List.of(
                tree(tree, "before the period", from),
                tree(tree, "at its end", until),
                Line.told(
                        "log", "checkpoint", tree.checkpoint().format().strip().replace("\n", " | ")),
                Line.told("log", "key", log.verifierKey()),
                checked == null
                        ? Line.told("verification", "no pass over the whole store has ended since the start", "")
                        : Line.sum(
                                "verification",
                                "events compared by the pass that ended " + checked.at(),
                                checked.events(),
                                "",
                                ""));
    }

    private Line tree(SignedTree tree, String what, Instant moment) {
        NavigableMap<Long, EventRecord> behind =
                history.find(new HistoryQuestion().recorded(moment, null).positions(0, tree.size()), 1);
        long size = behind.isEmpty() ? tree.size() : behind.firstKey();
        return Line.sum("log", "root " + what + ": " + tree.headAt(size).root(), size, "", "");
    }

    /** Shows the events that count: those that are annulled by now don't. */
    private void each(
            SignedTree tree, String type, Instant from, Instant until, BiConsumer<EventRecord, Object> taken) {
        long after = -1;
        Map<Long, Long> annulled = annulledBy.all();
        while (true) {
            NavigableMap<Long, EventRecord> part = history.find(
                    new HistoryQuestion().type(type).recorded(from, until).positions(after + 1, tree.size()), PART);
            part.forEach((position, record) -> {
                if (!annulled.containsKey(position)) {
                    todaysForm.events(record).forEach(event -> taken.accept(record, event));
                }
            });
            if (part.size() < PART) {
                return;
            }
            after = part.lastKey();
        }
    }
}
