package io.jiayou.audit.report;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.history.RecordedHistory;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.audit.log.AuditLog;
import io.jiayou.audit.log.SignedTree;
import io.jiayou.audit.log.StoreCheck;
import io.jiayou.rules.Detail;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The trees over everything before a period, and over everything up to its end: what pins the report to the events. */
@Component
@ConditionalOnProperty("jiayou.audit.directory")
class ReportedProofs {

    private final RecordedHistory history;
    private final AuditLog log;
    private final StoreCheck check;

    ReportedProofs(RecordedHistory history, AuditLog log, StoreCheck check) {
        this.history = history;
        this.log = log;
        this.check = check;
    }

    /** The newest tree that is signed. */
    SignedTree newest() {
        return log.newest();
    }

    List<Line> of(SignedTree tree, Instant from, Instant until, Times times) {
        return List.of(
                root(tree, from, true),
                root(tree, until, false),
                Line.told(
                        Section.LOG,
                        What.of(Detail.of("checkpoint")),
                        tree.checkpoint().format().strip().replace("\n", " | ")),
                Line.told(Section.LOG, What.of(Detail.of("key")), log.verifierKey()),
                checked(times));
    }

    private Line checked(Times times) {
        StoreCheck.Pass pass = check.completed();
        return pass == null
                ? Line.told(
                        Section.VERIFICATION,
                        What.of(Detail.of("no pass over the whole store has ended since the start")),
                        "")
                : Line.sum(
                        Section.VERIFICATION,
                        new What(
                                "events compared by the pass that ended " + pass.at(),
                                Detail.of("events compared by the pass that ended at {0}", times.of(pass.at()))),
                        pass.events(),
                        null);
    }

    private Line root(SignedTree tree, Instant moment, boolean before) {
        NavigableMap<Long, EventRecord> behind =
                history.find(new HistoryQuestion().recorded(moment, null).positions(0, tree.size()), 1);
        long size = behind.isEmpty() ? tree.size() : behind.firstKey();
        String root = tree.headAt(size).root().toString();
        Detail told = before ? Detail.of("root before the period: {0}", root) : Detail.of("root at its end: {0}", root);
        return Line.sum(Section.LOG, What.of(told), size, null);
    }
}
