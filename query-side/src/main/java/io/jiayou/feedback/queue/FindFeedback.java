package io.jiayou.feedback.queue;

import io.jiayou.parameters.Found;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.rules.Rule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/feedback/{feedbackId}}. */
@RestController
@Reads(FeedbackModel.class)
@Tag(name = "Feedback")
class FindFeedback {

    private final ReadModels readModels;
    private final FeedbackModel feedback;

    FindFeedback(ReadModels readModels, FeedbackModel feedback) {
        this.readModels = readModels;
        this.feedback = feedback;
    }

    @GetMapping("/api/feedback/{feedbackId}")
    @Operation(operationId = "findFeedback", summary = "A piece of feedback with its replies, evidence and timeline")
    FeedbackDetails find(@Parameter(example = "0197a3c5-0000-7000-8000-00000000f001") @PathVariable String feedbackId) {
        return Found.orUnknown(readModels.of(feedback).find(feedbackId), Rule.FEEDBACK_UNKNOWN);
    }
}
