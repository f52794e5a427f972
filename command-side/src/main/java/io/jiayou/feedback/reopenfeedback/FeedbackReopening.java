package io.jiayou.feedback.reopenfeedback;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.http.given.Given;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/feedback/{feedbackId}/reopening}. */
@RestController
@AnswersReceipts
@Tag(name = "Feedback")
class FeedbackReopening {

    record ReopeningRequest(
            @Schema(example = "退款还没有到账") @NotNull @Given(Limit.STORY)
            String reason) {}

    private final Commands commands;
    private final Clock clock;

    FeedbackReopening(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/feedback/{feedbackId}/reopening")
    @Operation(operationId = "reopenFeedback", summary = "Reopen")
    Receipt post(
            @Parameter(example = ExampleIds.FEEDBACK) @PathVariable @Given(Limit.ID) String feedbackId,
            @Valid @RequestBody ReopeningRequest request) {
        return commands.send(
                feedbackId, new ReopenFeedback(feedbackId, Fields.text("reason", request.reason()), clock.instant()));
    }
}
