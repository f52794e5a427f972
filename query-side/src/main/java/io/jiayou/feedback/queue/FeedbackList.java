package io.jiayou.feedback.queue;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.jiayou.parameters.Cursor;
import io.jiayou.parameters.Ordering;
import io.jiayou.parameters.Page;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Lists feedback, most urgent first, and what is equally urgent by age, oldest first.
 *
 * @param statuses only feedback with one of these
 */
record FeedbackList(
        List<FeedbackStatus> statuses,
        @Nullable String driverId,
        @Nullable String orderId) {

    private static final String NAME = "feedback";
    private static final int KEYS = 3;
    private static final Ordering BY_URGENCY_AND_AGE =
            Ordering.ascending(FeedbackModel.URGENCY, FeedbackModel.FILED_AT, Ordering.ID);

    /** @throws io.jiayou.http.ProblemException INVALID_FIELD for a cursor of another list */
    Page<FeedbackItem> page(MongoCollection<FeedbackDetails> feedback, @Nullable String cursor, int limit) {
        List<FeedbackItem> found = feedback.find(filter(Cursor.read(cursor, NAME, KEYS)), FeedbackItem.class)
                .projection(Projections.exclude("evidence", "timeline"))
                .sort(BY_URGENCY_AND_AGE.sort())
                .limit(limit + 1)
                .into(new ArrayList<>());
        return Page.of(found, limit, FeedbackList::cursorOf);
    }

    private Bson filter(@Nullable Cursor after) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(Filters.in(
                FeedbackModel.STATUS,
                statuses.stream().map(FeedbackStatus::name).toList()));
        if (driverId != null) {
            conditions.add(Filters.eq(FeedbackModel.DRIVER, driverId));
        }
        if (orderId != null) {
            conditions.add(Filters.eq(FeedbackModel.ORDER, orderId));
        }
        if (after != null) {
            conditions.add(BY_URGENCY_AND_AGE.after(List.of(after.whole(0), after.instant(1), after.key(2))));
        }
        return Filters.and(conditions);
    }

    private static Cursor cursorOf(FeedbackItem item) {
        return new Cursor(
                NAME, List.of(Integer.toString(item.urgency()), item.filedAt().toString(), item.feedbackId()));
    }
}
