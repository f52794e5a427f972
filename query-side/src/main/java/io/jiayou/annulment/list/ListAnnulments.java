package io.jiayou.annulment.list;

import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.annulment.events.UnreadableEventReported;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.readmodel.history.History;
import io.jiayou.serialization.Readable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/annulments}: read from the register itself, which no read model stands between. */
@RestController
@Tag(name = "Operations")
class ListAnnulments {

    private final EventStore events;
    private final History history;

    ListAnnulments(EventStore events) {
        this.events = events;
        this.history = new History(events);
    }

    /**
     * Events that couldn't be taken, by position.
     *
     * @param annulments the same under its name of before
     */
    record Annulments(
            List<AnnulmentItem> items,

            @Schema(deprecated = true, description = "use items")
            List<AnnulmentItem> annulments) {}

    @GetMapping("/api/annulments")
    @Operation(
            operationId = "listAnnulments",
            summary = "Events that couldn't be taken, and what was decided about them",
            description = "Each stops the documents that it would have changed, until two people have annulled it.")
    Annulments all() throws InterruptedException {
        SortedMap<Long, AnnulmentItem> items = new TreeMap<>();
        DomainEventStream register = events.readEvents(AnnulmentEvent.REGISTER, 0);
        while (register.hasNext()) {
            DomainEventMessage<?> message = register.next();
            Readable.payload(message, AnnulmentEvent.class)
                    .ifPresent(event ->
                            items.compute(event.position(), (position, before) -> next(before, event, message)));
        }
        List<AnnulmentItem> all = new ArrayList<>();
        for (AnnulmentItem item : items.values()) {
            all.add(item.readable(history.isReadable(item.position())));
        }
        return new Annulments(all, all);
    }

    private static @Nullable AnnulmentItem next(
            @Nullable AnnulmentItem before, AnnulmentEvent event, DomainEventMessage<?> message) {
        if (before != null) {
            return before.after(event);
        }
        return event instanceof UnreadableEventReported first
                ? AnnulmentItem.first(first, (String) message.getMetaData().get(MetadataKeys.ACTOR))
                : null;
    }
}
