package io.jiayou.readmodel.testing;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.VehicleAdded;
import io.jiayou.driver.events.VehicleRemoved;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.embedded.events.AnnouncingEventStore;
import io.jiayou.embedded.events.RocksEventStorageEngine;
import io.jiayou.embedded.events.StoredEvent;
import io.jiayou.metadata.EventClock;
import io.jiayou.readmodel.history.History;
import io.jiayou.serialization.EventSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.bson.Document;
import org.springframework.util.FileSystemUtils;

/** An event store and a read store, as one process has them. */
public final class Stores implements AutoCloseable {

    static {
        System.setProperty("axoniq.update-checker.disabled", "true");
        EventClock.useMilliseconds();
    }

    private static final List<String> PLATES = List.of("沪A12345", "沪AD12345", "京B00001", "粤Z9999港", "苏E1A2B3");

    private final Path directory = temporaryDirectory();
    private final RocksEventStorageEngine engine;
    private final EventStore events;
    private final EmbeddedMongo server = EmbeddedMongo.start();
    private final MongoClient client = MongoClients.create(server.uri());
    private final Map<String, Long> sequences = new HashMap<>();

    public Stores() {
        EventSerializer serializer = new EventSerializer();
        engine = RocksEventStorageEngine.open(directory, serializer, serializer, NoOpEventUpcaster.INSTANCE);
        events = AnnouncingEventStore.on(engine);
    }

    public EventStore events() {
        return events;
    }

    public MongoClient mongo() {
        return client;
    }

    public MongoDatabase database() {
        return client.getDatabase("jiayou");
    }

    public History history() {
        return new History(events);
    }

    /** Stores events of the driver and answers the position of the last one. */
    public synchronized long append(String driverId, Object... payloads) {
        List<EventMessage<?>> messages = new ArrayList<>();
        for (Object payload : payloads) {
            messages.add(message(driverId, payload));
        }
        events.publish(messages);
        return history().head();
    }

    private EventMessage<?> message(String driverId, Object payload) {
        long sequence = sequences.merge(driverId, 1L, Long::sum) - 1;
        return new GenericDomainEventMessage<>("Driver", driverId, sequence, payload);
    }

    /** Stores events of random drivers, some new, most known; the same seed makes the same events. */
    public void appendRandom(int count, int drivers, long seed) {
        RandomGenerator random = new java.util.Random(seed);
        for (int i = 0; i < count; i++) {
            String driver = "driver-" + random.nextInt(drivers);
            append(driver, randomEvent(driver, random));
        }
    }

    /** The same, in few large appends. */
    public synchronized void appendHistory(int count, int drivers, long seed) {
        RandomGenerator random = new java.util.Random(seed);
        for (int left = count; left > 0; left -= 500) {
            List<EventMessage<?>> messages = new ArrayList<>();
            for (int i = Math.min(left, 500); i > 0; i--) {
                String driver = "driver-" + random.nextInt(drivers);
                messages.add(message(driver, randomEvent(driver, random)));
            }
            events.publish(messages);
        }
    }

    public static Object randomEvent(String driver, RandomGenerator random) {
        Instant at = Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(1_000_000));
        String plate = PLATES.get(random.nextInt(PLATES.size()));
        return switch (random.nextInt(4)) {
            case 0 -> new DriverRegistered(driver, "Name " + random.nextInt(100), null, null, "card", at);
            case 1 -> new VehicleAdded(driver, plate, at);
            case 2 -> new VehicleRemoved(driver, plate, null, at);
            default -> new DriverProfileChanged(driver, "Other name", null, at);
        };
    }

    /** Gives another, empty store the first events of this one, byte for byte, as a restore does. */
    public void restoreTo(Stores other, int count) {
        try (Stream<StoredEvent> all = engine.readRaw(0)) {
            other.engine.appendRaw(all.limit(count).toList());
        }
    }

    /** Gives another, empty read store all that is in this one. */
    public void copyDocumentsTo(Stores other) {
        for (String collection : database().listCollectionNames()) {
            List<Document> documents =
                    database().getCollection(collection).find().into(new ArrayList<>());
            if (!documents.isEmpty()) {
                other.database().getCollection(collection).insertMany(documents);
            }
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        engine.close();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("jiayou-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
