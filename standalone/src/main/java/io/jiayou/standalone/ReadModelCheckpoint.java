package io.jiayou.standalone;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.jiayou.embedded.documents.CheckpointVerdict;
import io.jiayou.embedded.documents.ReadStoreCheckpoint;
import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import io.jiayou.readmodel.documents.PastRecords;
import io.jiayou.readmodel.documents.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the read models' checkpoint file: loads it at the start, writes it from time to time and at the end. It is a
 * shortcut only: without it, or with one that can't be trusted, the read models are folded from all events.
 */
final class ReadModelCheckpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModelCheckpoint.class);
    /** So long may one that is being written take at the end. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(30);

    /** The first comes early: the folding of a first start needn't be repeated after a crash. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    private static final String HEAD = "head";
    private static final String HEAD_EVENT = "headEvent";
    /** An estimate: 77,000 with all else filled 213 MB, and a second copy, of a rebuild or a past, has to fit in 416 MB. */
    private static final long MANY_DOCUMENTS = 50_000;

    private final ReadStoreCheckpoint file;
    private final EventStore events;
    private final MongoClient client;
    private final MongoDatabase database;
    private final Running running;
    private String written = "";

    ReadModelCheckpoint(ConnectionString uri, EventStore events, Path data, Schedule schedule, Duration interval) {
        this.file =
                ReadStoreCheckpoint.in(data.resolve(CheckpointAttachment.NAME)).compressed();
        this.events = events;
        this.client = MongoClients.create(uri);
        this.database = client.getDatabase(Objects.requireNonNull(uri.getDatabase()));
        load();
        Duration first = interval.compareTo(FIRST) < 0 ? interval : FIRST;
        this.running = schedule.begin(new Task("checkpoint", Due.every(interval).first(first), this::write));
    }

    private void load() {
        try {
            switch (file.load(database, this::belongsToTheseEvents)) {
                case CheckpointVerdict.Sound sound -> {
                    written = Long.toString(head())
                                    .equals(sound.contents().header().get(HEAD))
                            ? state()
                            : "";
                    LOG.info(
                            "Read models start from their checkpoint: {} documents",
                            sound.contents().documents());
                    recommendMongo(sound.contents().documents());
                }
                case CheckpointVerdict.Refused refused ->
                    LOG.info("Read models are folded from all events; checkpoint: {}", refused.reason());
            }
        } catch (IOException e) {
            LOG.warn("The checkpoint can't be read; read models are folded from all events", e);
        }
    }

    /** The event at the checkpoint's head is the one that stood there when it was written. */
    private boolean belongsToTheseEvents(Map<String, String> header) {
        long head = Long.parseLong(header.getOrDefault(HEAD, "-1"));
        return head < 0 || head <= head() && eventAt(head).equals(header.get(HEAD_EVENT));
    }

    private void writeQuietly() {
        try {
            write();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The read models' checkpoint couldn't be written; the next start takes longer", e);
        }
    }

    private synchronized void write() throws IOException {
        String state = state();
        if (state.equals(written)) {
            return;
        }
        var contents = file.write(database, List.of(Tokens.COLLECTION), this::header);
        written = state;
        recommendMongo(contents.documents());
    }

    /** What a checkpoint is for: events, and generations and pasts that came or went without any. */
    private String state() {
        StringBuilder state = new StringBuilder().append(head());
        for (String collection : List.of("generations", PastRecords.COLLECTION)) {
            database.getCollection(collection).find().forEach(document -> state.append(document.toJson()));
        }
        return state.toString();
    }

    private Map<String, String> header() {
        long head = head();
        return head < 0 ? Map.of(HEAD, "-1") : Map.of(HEAD, Long.toString(head), HEAD_EVENT, eventAt(head));
    }

    private long head() {
        TrackingToken head = events.createHeadToken();
        return head == null ? -1 : head.position().orElse(-1);
    }

    private String eventAt(long position) {
        TrackingToken before = position == 0 ? null : new GlobalSequenceTrackingToken(position - 1);
        try (var stream = events.openStream(before)) {
            TrackedEventMessage<?> event = stream.nextAvailable();
            return event.getIdentifier();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading event " + position, e);
        }
    }

    private static void recommendMongo(long documents) {
        if (documents > MANY_DOCUMENTS) {
            LOG.warn(
                    "{} documents are kept in memory; a MongoDB (JIAYOU_MONGODB_URI) serves so many better", documents);
        }
    }

    @Override
    public void close() {
        running.end(UNDER_WAY);
        writeQuietly();
        client.close();
    }
}
