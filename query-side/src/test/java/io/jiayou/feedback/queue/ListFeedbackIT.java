package io.jiayou.feedback.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.testing.Api;
import io.jiayou.testing.QuerySideTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@QuerySideTest
@TestInstance(Lifecycle.PER_CLASS)
class ListFeedbackIT {

    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

    @Autowired
    private Api api;

    private static FeedbackFiled filed(String id, FeedbackPriority priority) {
        return new FeedbackFiled(
                id,
                "queue-driver",
                null,
                FeedbackCategory.OTHER,
                "text",
                null,
                FeedbackChannel.EMAIL,
                null,
                priority,
                AT);
    }

    @BeforeAll
    void fileFeedback() {
        api.record("queue-1", filed("queue-1", FeedbackPriority.ORDINARY))
                .record("queue-2", filed("queue-2", FeedbackPriority.MONEY))
                .record(
                        "queue-3",
                        filed("queue-3", FeedbackPriority.COMPLAINT),
                        new FeedbackResolved("queue-3", null, "done", null, AT));
    }

    private List<String> ids(String query) {
        JsonNode page = api.get("/api/feedback?driver=queue-driver" + query).body();
        return page.get("items")
                .valueStream()
                .map(item -> item.get("feedbackId").asString())
                .toList();
    }

    @Test
    void listsWhatIsUnresolvedMostUrgentFirst() {
        assertThat(ids("")).containsExactly("queue-2", "queue-1");
    }

    @Test
    void listsFeedbackWithSomeStatuses() {
        assertThat(ids("&status=resolved")).containsExactly("queue-3");
        assertThat(ids("&status=OPEN,RESOLVED")).containsExactly("queue-2", "queue-3", "queue-1");
        assertThat(ids("&status=OPEN&status=RESOLVED")).containsExactly("queue-2", "queue-3", "queue-1");
    }

    @Test
    void goesOnAfterACursor() {
        JsonNode first = api.get("/api/feedback?driver=queue-driver&limit=1").body();

        assertThat(ids("&cursor=" + first.get("nextCursor").asString())).containsExactly("queue-1");
    }

    @Test
    void findsFeedbackWithItsOutcome() {
        JsonNode feedback = api.get("/api/feedback/queue-3").body();

        assertThat(feedback.get("status").asString()).isEqualTo("RESOLVED");
        assertThat(feedback.get("outcome").asString()).isEqualTo("done");
        assertThat(feedback.get("timeline")).hasSize(2);
        assertThat(feedback.has("urgency")).isFalse();
    }

    @Test
    void refusesUnknownFeedback() {
        Api.Answer answer = api.plain("/api/feedback/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("code").asString()).isEqualTo("feedback-unknown");
    }

    @ParameterizedTest
    @CsvSource({"status=LOST, status", "'status=OPEN,LOST', status", "limit=0, limit", "cursor=x, cursor"})
    void refusesWhatItCannotRead(String query, String field) {
        Api.Answer answer = api.plain("/api/feedback?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }
}
