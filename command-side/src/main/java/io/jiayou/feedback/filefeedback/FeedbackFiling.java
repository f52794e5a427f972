package io.jiayou.feedback.filefeedback;

import io.jiayou.command.AnswersReceipts;
import io.jiayou.command.Commands;
import io.jiayou.command.ExampleIds;
import io.jiayou.command.Fields;
import io.jiayou.command.Receipt;
import io.jiayou.command.Receipts;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.http.given.Given;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/feedback}. */
@RestController
@AnswersReceipts
@Tag(name = "Feedback")
class FeedbackFiling {

    /**
     * What somebody tells us.
     *
     * @param category what it is about
     * @param text as the person writes it
     * @param channel how it reached us
     */
    record FeedbackRequest(
            @Schema(description = "chosen by the client; the server makes one if absent", example = ExampleIds.FEEDBACK)
            @Nullable
            @Given(Limit.ID)
            String feedbackId,

            @Schema(description = "who says it; may be absent", example = ExampleIds.DRIVER) @Nullable @Given(Limit.ID)
            String driverId,

            @Schema(description = "what it is about; may be absent", example = ExampleIds.ORDER)
            @Nullable
            @Given(Limit.ID)
            String orderId,

            @Schema(example = "CHARGED_WITHOUT_FUEL") @NotNull
            FeedbackCategory category,

            @Schema(example = "付了款但没有加到油") @NotNull @Given(Limit.STORY)
            String text,

            @Schema(description = "1 (poor) to 5 (good)", example = "1") @Nullable @Min(1) @Max(5)
            Integer rating,

            @Schema(example = "MINI_PROGRAM") @NotNull FeedbackChannel channel) {}

    private final Commands commands;
    private final Clock clock;

    FeedbackFiling(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/feedback")
    @Operation(
            operationId = "fileFeedback",
            summary = "File feedback",
            description = "About an order or not. Its priority follows from evidence: paid without fuel ranks first.")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Receipt> file(@Valid @RequestBody FeedbackRequest request) {
        String feedbackId = Fields.idOrNew("feedbackId", request.feedbackId());
        FileFeedback command = new FileFeedback(
                feedbackId,
                request.driverId(),
                request.orderId(),
                request.category(),
                Fields.text("text", request.text()),
                request.rating(),
                request.channel(),
                clock.instant());
        return Receipts.created("/api/feedback", commands.send(feedbackId, command));
    }
}
