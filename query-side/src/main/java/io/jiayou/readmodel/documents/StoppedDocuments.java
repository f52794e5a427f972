package io.jiayou.readmodel.documents;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.jiayou.readmodel.fold.Marks;
import io.jiayou.readmodel.fold.Stop;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * The collection {@code stops}: what generations lack, one document per generation that lacks something or leaves
 * something out. What this node knows without asking is as of its last look; what it writes itself it knows at once.
 */
public final class StoppedDocuments {

    /** The collection's name. */
    public static final String COLLECTION = "stops";

    private final MongoCollection<Kept> stops;
    private final Map<String, Marks> known = new ConcurrentHashMap<>();

    StoppedDocuments(MongoDatabase database) {
        this.stops = database.getCollection(COLLECTION, Kept.class);
    }

    /**
     * As it is kept.
     *
     * @param generation its name
     */
    public record Kept(
            @BsonId String generation, List<Stopped> stopped, List<Missing> incomplete, List<LeftOut> annulled) {

        static Kept of(Generation generation, Marks marks) {
            return new Kept(
                    generation.name(),
                    marks.stopped().entrySet().stream()
                            .map(it -> Stopped.of(it.getKey(), it.getValue()))
                            .toList(),
                    marks.incomplete().values().stream().map(Missing::of).toList(),
                    marks.annulled().entrySet().stream()
                            .map(it -> new LeftOut(it.getKey(), it.getValue()))
                            .toList());
        }

        Marks marks() {
            TreeMap<String, Stop> documents = new TreeMap<>();
            stopped.forEach(it -> documents.put(it.document(), new Stop(it.position(), it.since(), it.error())));
            TreeMap<Long, Stop> models = new TreeMap<>();
            incomplete.forEach(it -> models.put(it.position(), new Stop(it.position(), it.since(), it.error())));
            TreeMap<Long, Long> leftOut = new TreeMap<>();
            annulled.forEach(it -> leftOut.put(it.position(), it.confirmation()));
            return new Marks(documents, models, leftOut);
        }
    }

    /** A document that stands still. */
    public record Stopped(String document, long position, Instant since, String error) {

        public static Stopped of(String document, Stop stop) {
            return new Stopped(document, stop.position(), stop.since(), stop.error());
        }
    }

    /** An event of which nobody knows whose it is. */
    public record Missing(long position, Instant since, String error) {

        public static Missing of(Stop stop) {
            return new Missing(stop.position(), stop.since(), stop.error());
        }
    }

    /** An event that is left out, since another one says so. */
    public record LeftOut(long position, long confirmation) {}

    /** Asks the store for what all generations lack. */
    public void look() {
        Map<String, Marks> found = new HashMap<>();
        for (Kept kept : stops.find()) {
            found.put(kept.generation(), kept.marks());
        }
        known.keySet().retainAll(found.keySet());
        known.putAll(found);
    }

    /** As of the last look, or what this node has written since. */
    public Marks of(Generation generation) {
        return known.getOrDefault(generation.name(), Marks.NONE);
    }

    /** As the store has it now. */
    public Marks read(Generation generation) {
        Marks marks = Optional.ofNullable(
                        stops.find(eq("_id", generation.name())).first())
                .map(Kept::marks)
                .orElse(Marks.NONE);
        know(generation, marks);
        return marks;
    }

    public void write(Generation generation, Marks marks) {
        if (marks.equals(Marks.NONE)) {
            stops.deleteOne(eq("_id", generation.name()));
        } else {
            stops.replaceOne(
                    eq("_id", generation.name()), Kept.of(generation, marks), new ReplaceOptions().upsert(true));
        }
        know(generation, marks);
    }

    private void know(Generation generation, Marks marks) {
        if (marks.equals(Marks.NONE)) {
            known.remove(generation.name());
        } else {
            known.put(generation.name(), marks);
        }
    }

    void remove(Generation generation) {
        stops.deleteOne(eq("_id", generation.name()));
        known.remove(generation.name());
    }
}
