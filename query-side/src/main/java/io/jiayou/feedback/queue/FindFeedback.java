package io.jiayou.feedback.queue;

import io.jiayou.audit.timetravel.Changes;
import io.jiayou.audit.timetravel.PastDocuments;
import io.jiayou.http.given.Given;
import io.jiayou.parameters.Found;
import io.jiayou.readmodel.Reads;
import io.jiayou.rules.Rule;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/feedback/{feedbackId}} and its changes. */
@RestController
@Reads(FeedbackModel.class)
@Tag(name = "Feedback")
class FindFeedback {

    private final PastDocuments documents;
    private final FeedbackModel feedback;

    FindFeedback(PastDocuments documents, FeedbackModel feedback) {
        this.documents = documents;
        this.feedback = feedback;
    }

    @GetMapping("/api/feedback/{feedbackId}")
    @Operation(operationId = "findFeedback", summary = "A piece of feedback with its replies, evidence and timeline")
    FeedbackDetails find(
            @Parameter(example = "0197a3c5-0000-7000-8000-00000000f001") @PathVariable @Given(Limit.ID)
                    String feedbackId,
            @Parameter(
                            description = PastDocuments.AS_OF_TEXT,
                            schema = @Schema(type = "string", pattern = PastDocuments.MOMENT))
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            HttpServletResponse response) {
        return Found.orUnknown(documents.find(feedback, feedbackId, asOf, response), Rule.FEEDBACK_UNKNOWN);
    }

    @GetMapping("/api/feedback/{feedbackId}/changes")
    @Reads(value = FeedbackModel.class, past = false)
    @Operation(
            operationId = "findFeedbackChanges",
            summary = "What became of a piece of feedback between two moments, and by which events")
    Changes changes(
            @Parameter(example = "0197a3c5-0000-7000-8000-00000000f001") @PathVariable @Given(Limit.ID)
                    String feedbackId,
            @Parameter(
                            description = PastDocuments.FROM_TEXT,
                            schema = @Schema(type = "string", pattern = PastDocuments.MOMENT))
                    @RequestParam
                    String from,
            @Parameter(
                            description = PastDocuments.TO_TEXT,
                            schema = @Schema(type = "string", pattern = PastDocuments.MOMENT))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            HttpServletResponse response) {
        return Found.orUnknown(
                documents.changes(feedback, feedbackId, from, to, Function.identity(), response),
                Rule.FEEDBACK_UNKNOWN);
    }
}
