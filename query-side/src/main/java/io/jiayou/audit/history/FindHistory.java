package io.jiayou.audit.history;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.parameters.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/history}. Reads the store from its beginning: exact, and slower the longer the history is. */
@RestController
@ConditionalOnProperty("jiayou.audit.directory")
@Tag(name = "Audit")
class FindHistory {

    private static final int PART = 1_000;
    private static final int MOST = 500;

    private final EventRecords records;

    FindHistory(EventRecords records) {
        this.records = records;
    }

    /**
     * One event as it was recorded.
     *
     * @param position its place in the global order, from 0
     * @param recordedAt when it was recorded; when it happened is in its payload
     * @param metadata who and what caused it
     * @param payload as it was serialised
     */
    record Recorded(
            long position,
            String id,
            Instant recordedAt,
            String type,
            @Nullable String revision,
            @Nullable String aggregateType,
            @Nullable String aggregateId,
            @Nullable Long sequence,
            Map<String, String> metadata,

            @Schema(type = "object") @JsonRawValue String payload) {

        static Recorded of(long position, EventRecord event) {
            return new Recorded(
                    position,
                    event.id(),
                    event.time(),
                    event.type(),
                    event.revision(),
                    event.aggregateType(),
                    event.aggregateId(),
                    event.aggregateId() == null ? null : event.sequence(),
                    event.metadata(),
                    new String(event.payload(), StandardCharsets.UTF_8));
        }
    }

    /**
     * Events in the order in which they were recorded.
     *
     * @param next give it as {@code after} for what follows; absent at the end
     */
    record Page(List<Recorded> events, @Nullable Long next) {}

    @GetMapping("/api/history")
    @Operation(
            operationId = "findHistory",
            summary = "Events as they were recorded, oldest first",
            description =
                    "All given conditions hold together. The history of a driver, a station or an order has also the"
                            + " events that name it, and those of the orders and the feedback that do. Pages stay the same under"
                            + " new events.")
    Page find(
            @Parameter(description = "the story of an order") @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String driver,
            @RequestParam(required = false) @Nullable String station,
            @RequestParam(required = false) @Nullable String aggregate,
            @Parameter(description = "a stored name, or what it begins with up to a dot", example = "order")
                    @RequestParam(required = false)
                    @Nullable
                    String type,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String correlation,
            @RequestParam(required = false) @Nullable String causation,
            @Parameter(description = "recorded at this moment or later", example = "2026-03-01T08:00:00+08:00")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "recorded before this moment", example = "2036-03-01T08:00:00+08:00")
                    @RequestParam(required = false)
                    @Nullable
                    String until,
            @Parameter(description = "the position behind which to go on", example = "-1")
                    @RequestParam(defaultValue = "-1")
                    long after,
            @Parameter(description = "events per page, 1 to 500", example = "50") @RequestParam(defaultValue = "50")
                    int limit) {
        if (limit < 1 || limit > MOST) {
            throw Parameters.invalid("limit", "limit is 1 to " + MOST);
        }
        if (after < -1) {
            throw Parameters.invalid("after", "after is a position, or -1");
        }
        HistoryFilter filter = new HistoryFilter()
                .aggregate(aggregate)
                .type(type)
                .actor(actor)
                .correlation(correlation)
                .causation(causation)
                .recordedFrom(from == null ? null : Parameters.instant("from", from))
                .recordedUntil(until == null ? null : Parameters.instant("until", until))
                .subject("order", order)
                .subject("driver", driver)
                .subject("station", station);
        boolean fromTheBeginning = order != null || driver != null || station != null;
        return page(filter, fromTheBeginning ? 0 : after + 1, after, limit);
    }

    private Page page(HistoryFilter filter, long start, long after, int limit) {
        long size = records.size();
        List<Recorded> page = new ArrayList<>();
        for (long position = start; position < size; ) {
            for (EventRecord event : records.from(position, (int) Math.min(PART, size - position))) {
                if (filter.test(event) && position > after) {
                    if (page.size() == limit) {
                        return new Page(page, page.getLast().position());
                    }
                    page.add(Recorded.of(position, event));
                }
                position++;
            }
        }
        return new Page(page, null);
    }
}
