package io.jiayou.audit.history;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.HistoryDigest;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.feedback.events.JudgedOn;
import io.jiayou.feedback.events.OrderEvidence;
import io.jiayou.http.computing.TakesLong;
import io.jiayou.http.given.Given;
import io.jiayou.rules.Rule;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/feedback/{feedbackId}/evidence}. */
@RestController
@ConditionalOnProperty("jiayou.audit.directory")
@Tag(name = "Feedback")
class FindEvidence {

    private static final int MOST = 1_000;

    private final RecordedHistory history;
    private final TodaysForm todaysForm;
    private final Causes causes;
    private final AnnulledBy annulledBy;

    FindEvidence(RecordedHistory history, TodaysForm todaysForm, Causes causes, AnnulledBy annulledBy) {
        this.annulledBy = annulledBy;
        this.history = history;
        this.todaysForm = todaysForm;
        this.causes = causes;
    }

    /**
     * What a piece of feedback was judged on.
     *
     * @param filedOn the order as it stood when the feedback was filed; absent without an order
     * @param judgements answers and outcomes in their order; those from before the order's history was kept are missing
     */
    record Evidence(String feedbackId, @Nullable OrderEvidence filedOn, List<Judgement> judgements) {}

    /**
     * An answer or an outcome, with the order's history as it was then.
     *
     * @param position of the answer or outcome in the global order
     * @param type its stored name
     * @param recordedAt when it entered the store
     * @param events how many events the order had
     * @param digest of these events, that was kept with it, in Base64
     * @param holds whether these events still have this digest: nobody has changed them since
     * @param history the events, as they are in the store now
     */
    record Judgement(
            long position,
            String type,
            Instant recordedAt,
            String orderId,
            long events,
            String digest,
            boolean holds,
            List<HistoryEvent> history) {}

    @TakesLong
    @GetMapping("/api/feedback/{feedbackId}/evidence")
    @Operation(
            operationId = "findEvidence",
            summary = "What answers and outcomes rest on: the order's history as it was then, and whether it still is")
    Evidence find(
            @Parameter(example = "0197a3c5-7f00-7000-8000-0000000000f1") @PathVariable @Given(Limit.ID)
                    String feedbackId) {
        OrderEvidence filedOn = null;
        boolean filed = false;
        List<Judgement> judgements = new ArrayList<>();
        for (var found :
                history.find(new HistoryQuestion().aggregate(feedbackId), MOST).entrySet()) {
            for (Object event : todaysForm.events(found.getValue())) {
                if (event instanceof FeedbackFiled it) {
                    filed = true;
                    filedOn = it.evidence();
                }
                judgedOn(event).ifPresent(frozen -> judgements.add(judgement(found, frozen)));
            }
        }
        if (!filed) {
            throw Rule.FEEDBACK_UNKNOWN.violated("nothing has this id");
        }
        return new Evidence(feedbackId, filedOn, judgements);
    }

    private static Optional<JudgedOn> judgedOn(Object event) {
        return Optional.ofNullable(
                switch (event) {
                    case FeedbackAnswered it -> it.judgedOn();
                    case FeedbackResolved it -> it.judgedOn();
                    default -> null;
                });
    }

    private Judgement judgement(Map.Entry<Long, EventRecord> judged, JudgedOn frozen) {
        NavigableMap<Long, EventRecord> then = frozen.events() == 0
                ? new java.util.TreeMap<>()
                : history.find(new HistoryQuestion().aggregate(frozen.orderId()), (int)
                        Math.min(frozen.events(), Integer.MAX_VALUE));
        Map<Long, Long> annulled = annulledBy.all();
        boolean holds = then.size() == frozen.events()
                && HistoryDigest.of(List.copyOf(then.values())).equals(frozen.digest());
        return new Judgement(
                judged.getKey(),
                judged.getValue().type(),
                judged.getValue().time(),
                frozen.orderId(),
                frozen.events(),
                frozen.digest(),
                holds,
                then.entrySet().stream()
                        .map(event -> HistoryEvent.of(event.getKey(), event.getValue(), todaysForm, causes, annulled))
                        .toList());
    }
}
