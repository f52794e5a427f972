package io.jiayou.driver.profile;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.jiayou.access.Caller;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.history.RecordedHistory;
import io.jiayou.audit.index.HistoryQuestion;
import io.jiayou.audit.personal.PersonalReading;
import io.jiayou.feedback.queue.FeedbackDetails;
import io.jiayou.feedback.queue.FeedbackModel;
import io.jiayou.http.access.Callers;
import io.jiayou.http.computing.TakesLong;
import io.jiayou.http.given.Given;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.order.details.OrderDetails;
import io.jiayou.order.details.OrderDetailsModel;
import io.jiayou.parameters.Found;
import io.jiayou.privacy.PersonalReads;
import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.readmodel.View;
import io.jiayou.rules.Rule;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/drivers/{driverId}/export}. */
@RestController
@Reads(
        value = {DriverProfileModel.class, OrderDetailsModel.class, FeedbackModel.class},
        past = false)
@Tag(name = "Drivers")
class ExportDriver {

    private static final int MOST_EVENTS = 10_000;
    private static final Set<String> OF_OTHERS = Set.of(MetadataKeys.ACTOR, MetadataKeys.SESSION, MetadataKeys.NETWORK);

    /**
     * All that is kept about a driver.
     *
     * @param events that name the driver, or are of the driver's orders and feedback, 10,000 at most; none on a node without
     *     the audit log
     * @param readBy who else was shown something personal of the driver in the last 180 days, by day
     */
    record DriverExport(
            DriverProfile profile,
            List<OrderDetails> orders,
            List<FeedbackDetails> feedback,
            List<ExportedEvent> events,
            List<ReadBy> readBy) {}

    /**
     * An event with its payload as it was recorded, but for sealed texts, which are open.
     *
     * @param position its place in the global order, from 0
     * @param type its stored name: {@code order.placed}
     * @param recordedAt when it entered the store
     * @param metadata of what others did without who they are: their role only
     */
    record ExportedEvent(
            long position,
            String type,
            Instant recordedAt,
            Map<String, String> metadata,
            @Schema(type = "object") @JsonRawValue String payload) {}

    /**
     * The reads of one day, by one reader, of whom the role is told.
     *
     * @param role in which the reader read
     * @param count how many answers had something of the driver in them
     * @param first when the first of them was given
     * @param last when the last of them was given
     */
    record ReadBy(String role, long count, Instant first, Instant last) {}

    private final ReadModels readModels;
    private final DriverProfileModel profiles;
    private final OrderDetailsModel orders;
    private final FeedbackModel feedback;
    private final PersonalReading reading;
    private final ObjectProvider<RecordedHistory> history;
    private final ObjectProvider<PersonalReads> reads;
    private final ExportRate rate = new ExportRate(InstantSource.system());

    ExportDriver(
            ReadModels readModels,
            DriverProfileModel profiles,
            OrderDetailsModel orders,
            FeedbackModel feedback,
            PersonalReading reading,
            ObjectProvider<RecordedHistory> history,
            ObjectProvider<PersonalReads> reads) {
        this.readModels = readModels;
        this.profiles = profiles;
        this.orders = orders;
        this.feedback = feedback;
        this.reading = reading;
        this.history = history;
        this.reads = reads;
    }

    @TakesLong
    @GetMapping("/api/drivers/{driverId}/export")
    @Operation(
            operationId = "exportDriver",
            summary = "All that is kept about a driver",
            description =
                    "In one document: profile, orders, feedback, the events themselves, and who read what is personal."
                            + " Sessions are at GET /api/sessions.")
    ResponseEntity<DriverExport> export(
            @Parameter(example = "0197a3c5-0000-7000-8000-00000000d001") @PathVariable @Given(Limit.ID)
                    String driverId) {
        rate.take(Callers.current().map(Caller::actor).orElse("anonymous"), driverId);
        DriverProfile profile = Found.orUnknown(readModels.of(profiles).find(driverId), Rule.DRIVER_UNKNOWN);
        DriverExport all = new DriverExport(
                profile, ofDriver(orders, driverId), ofDriver(feedback, driverId), events(driverId), readBy(driverId));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(all);
    }

    private <V extends View> List<V> ofDriver(AggregateReadModel<V> model, String driverId) {
        return readModels
                .of(model)
                .collection()
                .find(Filters.eq("driverId", driverId))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }

    private List<ExportedEvent> events(String driverId) {
        return history.stream()
                .flatMap(it ->
                        it.find(new HistoryQuestion().subject("driver", driverId), MOST_EVENTS).entrySet().stream())
                .map(found -> event(driverId, found.getKey(), found.getValue()))
                .toList();
    }

    private ExportedEvent event(String driverId, long position, EventRecord event) {
        String payload = new String(event.payload(), StandardCharsets.UTF_8);
        return new ExportedEvent(
                position, event.type(), event.time(), metadata(driverId, event), reading.open(event.type(), payload));
    }

    private static Map<String, String> metadata(String driverId, EventRecord event) {
        Map<String, String> told = new TreeMap<>(event.metadata());
        if (!driverId.equals(told.get(MetadataKeys.ACTOR))) {
            told.keySet().removeAll(OF_OTHERS);
        }
        return told;
    }

    private List<ReadBy> readBy(String driverId) {
        return reads.stream()
                .flatMap(it -> it.of(driverId).stream())
                .map(read -> new ReadBy(read.role(), read.count(), read.first(), read.last()))
                .toList();
    }
}
