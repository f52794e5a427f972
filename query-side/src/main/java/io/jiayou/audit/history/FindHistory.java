package io.jiayou.audit.history;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.http.computing.Computations;
import io.jiayou.http.computing.TakesLong;
import io.jiayou.http.given.Given;
import io.jiayou.parameters.Cursor;
import io.jiayou.parameters.Parameters;
import io.jiayou.values.Limit;
import io.jiayou.values.Position;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/history}. */
@RestController
@ConditionalOnProperty("jiayou.audit.directory")
@Tag(name = "Audit")
class FindHistory {

    private static final int MOST = 500;

    private final RecordedHistory history;
    private final TodaysForm todaysForm;
    private final Causes causes;
    private final AnnulledBy annulledBy;

    FindHistory(RecordedHistory history, TodaysForm todaysForm, Causes causes, AnnulledBy annulledBy) {
        this.annulledBy = annulledBy;
        this.history = history;
        this.todaysForm = todaysForm;
        this.causes = causes;
    }

    @TakesLong
    @GetMapping("/api/history")
    @Operation(
            operationId = "findHistory",
            summary = "Events as they were recorded, oldest first",
            description =
                    "All given conditions hold together. The history of a driver, a station or an order has also the"
                            + " events that name it, and those of the orders and the feedback that do. Pages stay the same under"
                            + " new events. Agents are shown the events of drivers, orders and feedback only.")
    HistoryPage find(
            @Parameter(description = "the story of an order") @RequestParam(required = false) @Nullable @Given(Limit.ID)
                    String order,
            @Parameter(description = "of a driver, and of their orders and feedback")
                    @RequestParam(required = false)
                    @Nullable
                    @Given(Limit.ID)
                    String driver,
            @Parameter(description = "of a station, and of its orders")
                    @RequestParam(required = false)
                    @Nullable
                    @Given(Limit.ID)
                    String station,
            @Parameter(description = "of one piece of feedback")
                    @RequestParam(required = false)
                    @Nullable
                    @Given(Limit.ID)
                    String feedback,
            @Parameter(
                            description =
                                    "of one aggregate alone: the id of a driver, station, order or feedback, without what names it")
                    @RequestParam(required = false)
                    @Nullable
                    String aggregate,
            @Parameter(description = "a stored name, or what it begins with up to a dot: order.placed, order")
                    @RequestParam(required = false)
                    @Nullable
                    String type,
            @Parameter(description = "done by this driver, account or key")
                    @RequestParam(required = false)
                    @Nullable
                    @Given(Limit.ACTOR)
                    String actor,
            @Parameter(description = "of one request: X-Correlation-Id") @RequestParam(required = false) @Nullable
                    String correlation,
            @Parameter(description = "that followed from this event, by its id")
                    @RequestParam(required = false)
                    @Nullable
                    String causation,
            @Parameter(
                            description = "recorded at this moment or later",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description = "recorded before this moment",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String until,
            @Parameter(
                            description = "happened at this moment or later",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String happenedFrom,
            @Parameter(
                            description = "happened before this moment",
                            schema = @Schema(type = "string", format = "date-time"))
                    @RequestParam(required = false)
                    @Nullable
                    String happenedUntil,
            @Parameter(
                            description = "words of feedback, answers and reasons, of names and addresses of stations;"
                                    + " all of them, Chinese as it stands")
                    @RequestParam(required = false)
                    @Nullable
                    String text,
            @Parameter(
                            description = "nextCursor of the page before",
                            schema = @Schema(type = "string", pattern = Cursor.WRITTEN))
                    @RequestParam(required = false)
                    @Nullable
                    String cursor,
            @Parameter(description = "the position behind which to go on: use cursor", deprecated = true)
                    @RequestParam(required = false)
                    @Min(Position.BEFORE_FIRST)
                    @Max(Position.LAST)
                    @Nullable
                    Long after,
            @Parameter(description = "events per page") @RequestParam(defaultValue = "50") @Min(1) @Max(MOST)
                    int limit) {
        HistoryQuestion question = new HistoryQuestion()
                .subject("order", order)
                .subject("driver", driver)
                .subject("station", station)
                .subject("feedback", feedback)
                .aggregate(aggregate)
                .type(type)
                .actor(actor)
                .correlation(correlation)
                .causation(causation)
                .recorded(moment("from", from), end("until", until, "from", from))
                .happened(
                        moment("happenedFrom", happenedFrom),
                        end("happenedUntil", happenedUntil, "happenedFrom", happenedFrom))
                .after(HistoryPage.after(cursor, after));
        if (text != null) {
            Parameters.read("text", text, question::text);
        }
        return page(question, limit);
    }

    private static @Nullable Instant moment(String name, @Nullable String given) {
        return given == null ? null : Parameters.instant(name, given);
    }

    /** A moment may be both ends, between which nothing is. */
    private static @Nullable Instant end(
            String name, @Nullable String given, String beginning, @Nullable String givenBeginning) {
        Instant end = moment(name, given);
        Instant begin = moment(beginning, givenBeginning);
        if (end != null && begin != null && end.isBefore(begin)) {
            throw Parameters.invalid(name, "{0} is before {1}", name, beginning);
        }
        return end;
    }

    private HistoryPage page(HistoryQuestion question, int limit) {
        List<HistoryEvent> page = new ArrayList<>();
        Map<Long, Long> annulled = annulledBy.all();
        for (var found :
                history.find(HistoryScope.current().within(question), limit + 1).entrySet()) {
            if (page.size() == limit) {
                return HistoryPage.before(page);
            }
            Computations.requireRight();
            EventRecord event = found.getValue();
            page.add(HistoryEvent.of(found.getKey(), event, todaysForm, causes, annulled));
        }
        return HistoryPage.last(page);
    }
}
