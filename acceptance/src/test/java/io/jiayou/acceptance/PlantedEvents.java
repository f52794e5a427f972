package io.jiayou.acceptance;

import io.jiayou.audit.EventRecord;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderCompleted;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.Preset;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import io.jiayou.standalone.EmbeddedEventRecords;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.serialization.SerializedObject;

/** A data directory with events as older software could have stored them: two of them can't be taken by today's folds. */
final class PlantedEvents {

    static final String STATION = "planted-station";
    /** Of an order that no document can hold. */
    static final long IMPOSSIBLE_DATE = 2;
    /** Of a sale whose payload isn't one. */
    static final long NO_PAYLOAD = 5;

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final Money PAID = new Money(27_615, "CNY");

    private final EventSerializer serializer = new EventSerializer();
    private final List<EventRecord> events = new ArrayList<>();

    private PlantedEvents() {}

    static void in(Path data) throws IOException {
        PlantedEvents planted = new PlantedEvents();
        planted.all();
        Files.createDirectories(data);
        try (RocksEventStorageEngine engine = RocksEventStorageEngine.open(
                data.resolve("events"), planted.serializer, planted.serializer, Upcasters.chain())) {
            new EmbeddedEventRecords(engine).append(0, planted.events);
        }
    }

    private void all() {
        add("Station", STATION, 0, new StationRegistered(STATION, named(), AT));
        add("Order", "order-1", 0, placed("order-1", AT));
        add("Order", "order-2", 0, placed("order-2", Instant.parse("-292275056-01-01T00:00:00Z")));
        add("Order", "order-1", 1, sale("order-1"));
        add("Order", "order-3", 0, placed("order-3", AT));
        add(
                "Order",
                "order-3",
                1,
                "order.completed",
                "1",
                "{\"orderId\":\"order-3\"}".getBytes(StandardCharsets.UTF_8));
        add("Order", "order-4", 0, placed("order-4", AT));
        add("Order", "order-4", 1, sale("order-4"));
    }

    private static StationDescription named() {
        return new StationDescription("人民路加油站", null, null, null, null, null, "Asia/Shanghai");
    }

    private static OrderPlaced placed(String order, Instant at) {
        LockedPrice price = new LockedPrice(new UnitPrice(7_890, "CNY"), AT, false);
        return new OrderPlaced(order, "driver-1", STATION, 3, "92#", Preset.byAmount(27_615), price, PAID, null, at);
    }

    private static OrderCompleted sale(String order) {
        return new OrderCompleted(order, "driver-1", STATION, 3, "92#", 35_000, PAID, AT);
    }

    private void add(String kind, String id, long sequence, Object event) {
        SerializedObject<byte[]> payload = serializer.serialize(event, byte[].class);
        add(kind, id, sequence, payload.getType().getName(), payload.getType().getRevision(), payload.getData());
    }

    private void add(String kind, String id, long sequence, String type, String revision, byte[] payload) {
        Map<String, String> metadata = Map.of("actor", "import", "channel", "import");
        events.add(new EventRecord(
                "planted-" + events.size(),
                AT.plusSeconds(events.size()),
                kind,
                id,
                sequence,
                type,
                revision,
                new TreeMap<>(metadata),
                payload));
    }
}
