package io.jiayou.readmodel.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.jiayou.readmodel.documents.PastRecord.Share;
import io.jiayou.readmodel.documents.PastRecord.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The collection {@code pasts}. A record names its generations before they have documents, and is gone before they are:
 * whatever no record names can be dropped.
 */
public final class PastRecords {

    /** The collection's name. */
    public static final String COLLECTION = "pasts";

    private static final String STATE = "state";

    private final MongoCollection<PastRecord> pasts;
    private final String node;
    private final Duration claimTimeout;
    private final Clock clock;

    PastRecords(MongoDatabase database, String node, Duration claimTimeout, Clock clock) {
        this.pasts = database.getCollection(COLLECTION, PastRecord.class);
        this.node = node;
        this.claimTimeout = claimTimeout;
        this.clock = clock;
    }

    /** A record of a past that this node begins to build. */
    public PastRecord building(
            String name,
            String asked,
            long position,
            Instant moment,
            List<Generation> generations,
            @Nullable WhatIf whatIf,
            boolean byQuery,
            Duration kept) {
        Instant now = clock.instant();
        List<Share> shares = generations.stream()
                .map(generation -> new Share(generation.model(), generation.number(), null, null))
                .toList();
        return new PastRecord(
                name,
                asked,
                position,
                moment,
                State.BUILDING,
                shares,
                whatIf,
                byQuery,
                node,
                now.plus(claimTimeout),
                now,
                null,
                now.plus(kept),
                null);
    }

    /** @return false if there is one of this name */
    public boolean add(PastRecord past) {
        try {
            pasts.insertOne(past);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    public Optional<PastRecord> find(String name) {
        return Optional.ofNullable(pasts.find(eq("_id", name)).first());
    }

    /** By name. */
    public List<PastRecord> all() {
        return pasts.find().sort(Sorts.ascending("_id")).into(new ArrayList<>());
    }

    /** @return false if it isn't this node's to build any more: deleted, or its claim was lost */
    public boolean extend(String name) {
        Instant until = clock.instant().plus(claimTimeout);
        return pasts.updateOne(mine(name), set("claimedUntil", until)).getMatchedCount() == 1;
    }

    /** @return false if it isn't this node's to build any more */
    public boolean finish(PastRecord ready) {
        return pasts.replaceOne(mine(ready.name()), ready).getMatchedCount() == 1;
    }

    /** Ends a build of this node without success, unless it has ended otherwise. */
    public void fail(String name, String error) {
        pasts.updateOne(mine(name), failed(error));
    }

    /** A past that was whole and isn't any more. */
    public void spoil(String name, String error) {
        pasts.updateOne(and(eq("_id", name), eq(STATE, State.READY.name())), failed(error));
    }

    /** Ends the builds that this process left behind when it ended. */
    public void failOwn() {
        pasts.updateMany(
                and(eq("node", node), eq(STATE, State.BUILDING.name())), failed("the node that built it has ended"));
    }

    /** Ends builds whose nodes are silent, and removes what isn't kept any longer, or says that it was begun in the future. */
    public void clear() {
        Instant now = clock.instant();
        pasts.updateMany(
                and(eq(STATE, State.BUILDING.name()), Claims.over("claimedUntil", now)),
                failed("the node that built it doesn't answer any more"));
        pasts.deleteMany(
                and(ne(STATE, State.BUILDING.name()), or(lt("keepUntil", now), Claims.notYet("startedAt", now))));
    }

    public boolean remove(String name) {
        return pasts.deleteOne(eq("_id", name)).getDeletedCount() == 1;
    }

    /** Takes one read model out of a past; without any there is no past. */
    public void takeOut(PastRecord past, String model) {
        List<Share> rest = past.models().stream()
                .filter(share -> !share.model().equals(model))
                .toList();
        pasts.updateOne(eq("_id", past.name()), set("models", rest));
        pasts.deleteOne(and(eq("_id", past.name()), eq("models", List.of())));
    }

    /** All generations that pasts need. */
    Set<Generation> needed() {
        Instant now = clock.instant();
        Set<Generation> needed = new HashSet<>();
        for (PastRecord past : pasts.find()) {
            past.needs(now).forEach(needed::add);
        }
        return needed;
    }

    private Bson failed(String error) {
        return combine(set(STATE, State.FAILED.name()), set("error", error), set("endedAt", clock.instant()));
    }

    private Bson mine(String name) {
        return and(eq("_id", name), eq("node", node), eq(STATE, State.BUILDING.name()));
    }
}
