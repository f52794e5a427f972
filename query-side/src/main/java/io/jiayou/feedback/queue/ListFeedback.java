package io.jiayou.feedback.queue;

import io.jiayou.http.given.Given;
import io.jiayou.parameters.Cursor;
import io.jiayou.parameters.Page;
import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/feedback}. */
@RestController
@Reads(FeedbackModel.class)
@Tag(name = "Feedback")
class ListFeedback {

    private final ReadModels readModels;
    private final FeedbackModel feedback;

    ListFeedback(ReadModels readModels, FeedbackModel feedback) {
        this.readModels = readModels;
        this.feedback = feedback;
    }

    @GetMapping("/api/feedback")
    @Operation(
            operationId = "listFeedback",
            summary = "The queue of feedback, most urgent first",
            description = "What is equally urgent goes by age, oldest first.")
    Page<FeedbackItem> list(
            @Parameter(
                            description = "only feedback with one of these, repeated or with commas; what isn't"
                                    + " resolved (OPEN, ANSWERED, REOPENED) if absent",
                            array = @ArraySchema(schema = @Schema(implementation = FeedbackStatus.class)))
                    @RequestParam(required = false)
                    @Nullable
                    List<String> status,
            @Parameter(description = "only feedback about this order")
                    @RequestParam(required = false)
                    @Nullable
                    @Given(Limit.ID)
                    String order,
            @Parameter(description = "only feedback of this driver")
                    @RequestParam(required = false)
                    @Nullable
                    @Given(Limit.ID)
                    String driver,
            @Parameter(
                            description = "nextCursor of the page before",
                            schema = @Schema(type = "string", pattern = Cursor.WRITTEN))
                    @RequestParam(required = false)
                    @Nullable
                    String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST_LIMIT) int limit) {
        List<FeedbackStatus> wanted = status == null
                ? FeedbackStatus.unresolved()
                : status.stream()
                        .map(name -> Parameters.oneOf("status", name, FeedbackStatus.class))
                        .distinct()
                        .toList();
        return new FeedbackList(wanted, driver, order)
                .page(readModels.of(feedback).collection(), cursor, limit);
    }
}
