package io.jiayou.feedback;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.HistoryDigest;
import io.jiayou.command.StoredRecords;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.JudgedOn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what there is of an order's history at the moment when somebody judges on it. */
@Component
public class OrderFreeze {

    private final StoredRecords records;

    public OrderFreeze(StoredRecords records) {
        this.records = records;
    }

    /** The history of the order that a piece of feedback is about; none if it's about none. */
    public @Nullable JudgedOn judgedOn(Feedback piece) {
        FeedbackFiled filed = piece.filed();
        if (filed == null || filed.orderId() == null) {
            return null;
        }
        List<EventRecord> events = records.of(filed.orderId());
        return new JudgedOn(filed.orderId(), events.size(), HistoryDigest.of(events));
    }
}
