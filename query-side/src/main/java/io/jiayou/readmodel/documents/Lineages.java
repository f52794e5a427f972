package io.jiayou.readmodel.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code generations}: one document per read model says which generation is live. A switch is one write
 * of it, so that every reader sees either the old generation or the new one.
 */
public final class Lineages {

    private final MongoCollection<Document> lineages;
    private final String node;
    private final Duration claimTimeout;
    private final Clock clock;

    /** @param node names this process; builds that it left behind at its last end are its own to drop */
    public Lineages(MongoDatabase database, String node, Duration claimTimeout, Clock clock) {
        this.lineages = database.getCollection("generations");
        this.node = node;
        this.claimTimeout = claimTimeout;
        this.clock = clock;
    }

    /** All lineages by their model's name. */
    public Map<String, Lineage> all() {
        Map<String, Lineage> found = new HashMap<>();
        for (Document document : lineages.find()) {
            found.put(document.getString("_id"), Lineage.of(document));
        }
        return found;
    }

    /** Claims the right to fill a model's next generation, unless some node is at it. */
    public Optional<Generation> claimBuild(String model) {
        lineages.updateOne(eq("_id", model), setOnInsert("highest", 0), new UpdateOptions().upsert(true));
        Bson free = free();
        if (lineages.countDocuments(and(eq("_id", model), free)) == 0) {
            return Optional.empty();
        }
        Generation next = reserve(model);
        return claim(next, free) ? Optional.of(next) : Optional.empty();
    }

    /** Claims the right to make a generation live that exists already, unless some node is at the next one. */
    public boolean claimBuild(Generation existing) {
        return claim(existing, free());
    }

    /** A number that no generation of the model has had. */
    public Generation reserve(String model) {
        Document reserved = lineages.findOneAndUpdate(
                eq("_id", model),
                inc("highest", 1),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return new Generation(model, Objects.requireNonNull(reserved).getInteger("highest"));
    }

    private boolean claim(Generation generation, Bson free) {
        Document build = new Document("node", node).append("until", until()).append("number", generation.number());
        return lineages.updateOne(and(eq("_id", generation.model()), free), set("build", build))
                        .getMatchedCount()
                == 1;
    }

    private Bson free() {
        return or(exists("build", false), Claims.over("build.until", clock.instant()));
    }

    /** @throws BuildLostException if this node's claim ended and another one began */
    public void extendBuild(Generation built) {
        change(built, mine(built), set("build.until", until()));
    }

    /**
     * Makes a built generation the live one, and the one that was live the previous one.
     *
     * @throws BuildLostException if this node's claim ended and another one began
     */
    public void switchTo(Generation built) {
        Generation live = live(built.model());
        Bson previous = live == null ? unset("previous") : set("previous", live.number());
        change(
                built,
                and(mine(built), eq("live", number(live))),
                combine(set("live", built.number()), previous, unset("build")));
    }

    /**
     * Makes the previous generation the live one again, and the live one the previous one.
     *
     * @throws IllegalStateException if somebody else switched meanwhile
     */
    public void switchBack(Generation live, Generation previous) {
        Bson filter = and(eq("_id", live.model()), eq("live", live.number()), eq("previous", previous.number()));
        Bson swap = combine(set("live", previous.number()), set("previous", live.number()));
        if (lineages.updateOne(filter, swap).getMatchedCount() == 0) {
            throw new IllegalStateException(live.model() + " was switched by somebody else meanwhile");
        }
    }

    /** The records of pasts, which this node builds under the same name and with the same patience. */
    PastRecords pasts(MongoDatabase database) {
        return new PastRecords(database, node, claimTimeout, clock);
    }

    /** Lets a model be without a live generation, and without a way back, unless another one went live meanwhile. */
    public void disown(Generation live) {
        lineages.updateOne(
                and(eq("_id", live.model()), eq("live", live.number())), combine(unset("live"), unset("previous")));
    }

    /** Ends a build without a switch. Somebody else's is left alone. */
    public void abandonBuild(Generation built) {
        lineages.updateOne(mine(built), unset("build"));
    }

    /** Ends the builds that this process left behind when it ended. */
    public void abandonOwn() {
        lineages.updateMany(eq("build.node", node), unset("build"));
    }

    private @Nullable Generation live(String model) {
        Lineage lineage = all().get(model);
        return lineage == null ? null : lineage.live();
    }

    private void change(Generation built, Bson filter, Bson change) {
        if (lineages.updateOne(filter, change).getMatchedCount() == 0) {
            throw new BuildLostException(built);
        }
    }

    private Bson mine(Generation built) {
        return and(eq("_id", built.model()), eq("build.node", node), eq("build.number", built.number()));
    }

    private static @Nullable Integer number(@Nullable Generation generation) {
        return generation == null ? null : generation.number();
    }

    private Date until() {
        return Date.from(clock.instant().plus(claimTimeout));
    }

    /** Another node took over, since this one didn't renew its claim in time. Its work is dropped. */
    public static final class BuildLostException extends RuntimeException {

        private static final long serialVersionUID = 1;

        BuildLostException(Generation built) {
            super("Building " + built.name() + " isn't this node's task any more");
        }
    }
}
