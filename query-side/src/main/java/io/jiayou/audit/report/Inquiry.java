package io.jiayou.audit.report;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.history.Reasons;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.audit.log.AlarmJournal;
import io.jiayou.audit.log.SignedTree;
import io.jiayou.audit.personal.PersonalReading;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.OrderCancelled;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.RefundRequired;
import io.jiayou.privacy.PersonalReads;
import io.jiayou.privacy.PersonalReads.Read;
import io.jiayou.rules.Detail;
import io.jiayou.station.events.PriceSet;
import io.jiayou.values.Spoken;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Makes the report of a period out of the events that were recorded in it, the journal of alarms, and the log. */
@Component
@ConditionalOnProperty("jiayou.audit.directory")
class Inquiry {

    private final CountedEvents counted;
    private final PersonalReading reading;
    private final ReportedProofs proofs;
    private final AlarmJournal alarms;
    private final ObjectProvider<PersonalReads> reads;
    private final ZoneId zone;
    private final Clock clock;

    Inquiry(
            CountedEvents counted,
            PersonalReading reading,
            ReportedProofs proofs,
            AlarmJournal alarms,
            ObjectProvider<PersonalReads> reads,
            @Value("${jiayou.business-zone:Asia/Shanghai}") ZoneId zone,
            ObjectProvider<Clock> clock) {
        this.counted = counted;
        this.reading = reading;
        this.proofs = proofs;
        this.alarms = alarms;
        this.reads = reads;
        this.zone = zone;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    Times times(Instant from, Instant until) {
        return new Times(zone, from, until);
    }

    PeriodReport report(Instant from, Instant until) {
        // Of one tree: what it doesn't cover yet is in the next report, with its proof.
        SignedTree tree = proofs.newest();
        Instant madeAt = clock.instant();
        Events events = counted.of(tree);
        Names names = new Names(events, reading, until);
        List<Line> lines = new ArrayList<>();
        // before a name is opened, which is a reading of its own
        List<Read> readings = reads.stream()
                .flatMap(it -> it.between(from, until).stream())
                .sorted(Comparator.comparing(Read::last))
                .toList();
        lines.addAll(money(events, from, until));
        lines.addAll(orNone(Section.PRICE_CHANGES, priceChanges(events, from, until, names)));
        lines.addAll(orNone(Section.PERSONAL_DATA, personalData(readings, names)));
        lines.addAll(orNone(Section.ANNULMENTS, annulments(events, from, until, names)));
        lines.addAll(orNone(Section.ALARMS, alarms(from, until)));
        lines.addAll(proofs.of(tree, from, until, times(from, until)));
        return new PeriodReport(from, until, madeAt, lines);
    }

    private static List<Line> orNone(Section section, List<Line> lines) {
        return lines.isEmpty() ? List.of(Line.none(section)) : lines;
    }

    private List<Line> money(Events events, Instant from, Instant until) {
        Totals sales = new Totals();
        Totals refunds = new Totals();
        Map<CancellationReason, Long> cancellations = new EnumMap<>(CancellationReason.class);
        each(events, "order.completed", from, until, (position, record, event) -> {
            if (event instanceof OrderCompleted it) {
                sales.add(new What("sales", Detail.of("Orders completed")), it.total());
            }
        });
        each(events, "order.refund-required", from, until, (position, record, event) -> {
            if (event instanceof RefundRequired it) {
                refunds.add(reason(it.reason()), it.amount());
            }
        });
        each(events, "order.cancelled", from, until, (position, record, event) -> {
            if (event instanceof OrderCancelled it) {
                cancellations.merge(it.reason(), 1L, Long::sum);
            }
        });
        List<Line> lines = new ArrayList<>(sales.lines(Section.SALES));
        lines.addAll(refunds.lines(Section.REFUNDS_DUE));
        List<Line> cancelled = cancellations.entrySet().stream()
                .map(it -> Line.sum(Section.CANCELLATIONS, reason(it.getKey()), it.getValue(), null))
                .toList();
        lines.addAll(orNone(Section.CANCELLATIONS, cancelled));
        return lines;
    }

    private static What reason(Enum<?> constant) {
        return new What(constant.name(), Reasons.of(constant));
    }

    /** Those of the period, each with the price before it, which may be older than the period. */
    private List<Line> priceChanges(Events events, Instant from, Instant until, Names names) {
        PriceChanges changes = new PriceChanges();
        Times times = times(from, until);
        List<Line> lines = new ArrayList<>();
        each(events, "station.price-set", null, until, (position, record, event) -> {
            if (event instanceof PriceSet it) {
                PriceSet former = changes.formerOf(it);
                if (!record.time().isBefore(from)) {
                    Detail shown = Detail.of("{0} from {1}", Spoken.grade(it.grade()), times.of(it.holdsFrom()));
                    lines.add(happened(
                            Section.PRICE_CHANGES,
                            position,
                            record,
                            new What(it.grade() + " from " + it.holdsFrom(), shown),
                            names.of(it.stationId()),
                            names,
                            former == null ? null : Figure.of(former.price()),
                            Figure.of(it.price())));
                }
            }
        });
        return lines;
    }

    /** Who was shown something personal of whom, on the days of the period. */
    private static List<Line> personalData(List<Read> readings, Names names) {
        return readings.stream()
                .map(it -> new Line(
                        Section.PERSONAL_DATA,
                        it.last(),
                        -1,
                        new What("read by " + it.role(), Detail.of("read, for the last time then")),
                        names.of(it.person()),
                        names.of(it.actor()),
                        it.role(),
                        it.count(),
                        null,
                        null))
                .toList();
    }

    /** What was left out by two people within the period. */
    private List<Line> annulments(Events events, Instant from, Instant until, Names names) {
        List<Line> lines = new ArrayList<>();
        each(events, "annulment.confirmed", from, until, (position, record, event) -> {
            if (event instanceof AnnulmentConfirmed it) {
                What what = What.of(Detail.of("the event at position {0} is left out", Long.toString(it.position())));
                lines.add(happened(
                        Section.ANNULMENTS, position, record, what, names.of(it.aggregateId()), names, null, null));
            }
        });
        return lines;
    }

    private List<Line> alarms(Instant from, Instant until) {
        return alarms.between(from, until).stream()
                .map(it -> new Line(
                        Section.ALARMS,
                        it.at(),
                        -1,
                        What.of(it.raised() ? Detail.of("raised") : Detail.of("ended")),
                        Party.of(it.what() + ": " + it.detail()),
                        Party.NOBODY,
                        "",
                        null,
                        null,
                        null))
                .toList();
    }

    private static Line happened(
            Section section,
            long position,
            EventRecord record,
            What what,
            Party about,
            Names names,
            @Nullable Figure former,
            @Nullable Figure amount) {
        return new Line(
                section,
                record.time(),
                position,
                what,
                about,
                names.of(record.metadata().get(MetadataKeys.ACTOR)),
                record.metadata().getOrDefault(MetadataKeys.ROLE, ""),
                null,
                former,
                amount);
    }

    private static void each(Events events, String type, @Nullable Instant from, Instant until, Events.Taker taker) {
        events.each(() -> new HistoryQuestion().type(type).recorded(from, until), taker);
    }
}
