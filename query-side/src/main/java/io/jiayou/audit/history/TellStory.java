package io.jiayou.audit.history;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.history.HistoryEvent.Cause;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.audit.personal.PersonalReading;
import io.jiayou.http.ReadersLanguage;
import io.jiayou.http.computing.TakesLong;
import io.jiayou.http.given.Given;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.rules.Rule;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code GET /api/orders/{orderId}/story}. */
@RestController
@ConditionalOnProperty("jiayou.audit.directory")
@Tag(name = "Orders")
class TellStory {

    private static final int MOST = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RecordedHistory history;
    private final TodaysForm todaysForm;
    private final Causes causes;
    private final PersonalReading reading;
    private final AnnulledBy annulledBy;

    TellStory(
            RecordedHistory history,
            TodaysForm todaysForm,
            Causes causes,
            PersonalReading reading,
            AnnulledBy annulledBy) {
        this.annulledBy = annulledBy;
        this.history = history;
        this.todaysForm = todaysForm;
        this.causes = causes;
        this.reading = reading;
    }

    /**
     * All that happened to an order, in the order in which it was recorded.
     *
     * @param events 1,000 at most
     */
    record Story(String orderId, List<Chapter> events) {}

    /**
     * One event of a story.
     *
     * @param position its place in the global order of all events, from 0
     * @param type its stored name: {@code order.placed}
     * @param title one line for people, in their language
     * @param about the aggregate: the order itself, or feedback about it
     * @param happenedAt when it took place; absent where the event doesn't say
     * @param recordedAt when it entered the store
     * @param actor who caused it: an id, or {@code anonymous}
     * @param role in which role
     * @param channel through which channel
     * @param causedBy what directly caused it; absent for an event that doesn't say
     * @param annulledBy the position of the event that confirmed its annulment: it counts no more; absent for all others
     * @param effects positions of the events that this one caused, 100 at most
     * @param together positions of the other events that the same cause has, 100 at most
     */
    record Chapter(
            long position,
            String type,
            String title,
            @Nullable String about,
            @Nullable Instant happenedAt,
            Instant recordedAt,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String channel,
            @Nullable Cause causedBy,
            @Nullable Long annulledBy,
            List<Long> effects,
            List<Long> together) {}

    @TakesLong
    @GetMapping("/api/orders/{orderId}/story")
    @Operation(
            operationId = "tellStory",
            summary = "What happened to an order: placing, payment, pump, refund, feedback and its answers",
            description = "Read from the events themselves, whatever the read models say. The titles are Chinese or"
                    + " English, by Accept-Language.")
    Story tell(
            @Parameter(example = "0197a3c5-7f00-7000-8000-000000000001") @PathVariable @Given(Limit.ID)
                    String orderId) {
        NavigableMap<Long, EventRecord> events = history.find(new HistoryQuestion().subject("order", orderId), MOST);
        if (events.values().stream().noneMatch(event -> event.type().startsWith("order."))) {
            throw Rule.ORDER_UNKNOWN.violated("nothing has this id");
        }
        Map<Long, Long> annulled = annulledBy.all();
        StoryTitles titles = new StoryTitles(ReadersLanguage.current());
        return new Story(
                orderId,
                events.entrySet().stream()
                        .map(event -> chapter(event.getKey(), event.getValue(), titles, annulled))
                        .toList());
    }

    private Chapter chapter(long position, EventRecord event, StoryTitles titles, Map<Long, Long> annulled) {
        List<Object> today = todaysForm.events(event);
        return new Chapter(
                position,
                event.type(),
                today.isEmpty() ? event.type() : titles.title(reading.open(today.getFirst())),
                event.aggregateId(),
                happenedAt(event),
                event.time(),
                event.metadata().get(MetadataKeys.ACTOR),
                event.metadata().get(MetadataKeys.ROLE),
                event.metadata().get(MetadataKeys.CHANNEL),
                causes.causedBy(event),
                annulled.get(position),
                causes.effects(event),
                causes.together(position, event));
    }

    /** None where its payload doesn't say, or can't be read. */
    private static @Nullable Instant happenedAt(EventRecord event) {
        try {
            JsonNode at = JSON.readTree(event.payload()).path("at");
            return at.isString() ? Instant.parse(at.stringValue()) : null;
        } catch (JacksonException | DateTimeException unreadable) {
            return null;
        }
    }
}
