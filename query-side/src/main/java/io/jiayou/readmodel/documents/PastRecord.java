package io.jiayou.readmodel.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A past: generations of read models that hold what the first events made of them, and nothing later.
 *
 * @param asked the moment as it was asked for: a position or an instant
 * @param position of the last event taken in, -1 for none
 * @param moment when that was: the instant that was asked for, or when the last event taken in was recorded
 * @param models what it holds, or is to hold
 * @param whatIf the rule under which it was folded; none if it's what really happened
 * @param byQuery whether a query made it by itself; none in a record of before this was told apart
 * @param node builds it, while it is being built
 * @param claimedUntil when that node's claim ends unless it's renewed
 * @param keepUntil when it is dropped
 * @param error why it failed
 */
public record PastRecord(
        @BsonId String name,
        String asked,
        long position,
        Instant moment,
        State state,
        List<Share> models,
        @Nullable WhatIf whatIf,
        @Nullable Boolean byQuery,
        String node,
        Instant claimedUntil,
        Instant startedAt,
        @Nullable Instant endedAt,
        Instant keepUntil,
        @Nullable String error) {

    /** How it stands. */
    public enum State {
        /** Its events are being folded. */
        BUILDING,
        /** It can be asked. */
        READY,
        /** It couldn't be made; nothing of it is kept but this record. */
        FAILED
    }

    /**
     * One read model of a past.
     *
     * @param model the read model's name
     * @param generation which filling of the read model, from 1
     * @param documents how many documents it has; none before the end
     * @param hash their canonical hash, the same in every store; none before the end
     */
    public record Share(
            String model,
            int generation,
            @Nullable Long documents,
            @Nullable String hash) {

        public Generation asGeneration() {
            return new Generation(model, generation);
        }
    }

    public Optional<Share> share(String model) {
        return models.stream().filter(share -> share.model().equals(model)).findFirst();
    }

    /** Whether it has one of the places of those that queries make. */
    public boolean isMadeByQuery() {
        return Boolean.TRUE.equals(byQuery);
    }

    /** Which generations it still needs at a moment. */
    Stream<Generation> needs(Instant now) {
        boolean needs =
                switch (state) {
                    case BUILDING -> Claims.holds(claimedUntil, now);
                    case READY -> true;
                    case FAILED -> false;
                };
        return needs ? models.stream().map(Share::asGeneration) : Stream.empty();
    }

    /** The same past, complete. */
    public PastRecord ready(List<Share> complete, Instant now) {
        return new PastRecord(
                name,
                asked,
                position,
                moment,
                State.READY,
                complete,
                whatIf,
                byQuery,
                node,
                claimedUntil,
                startedAt,
                now,
                keepUntil,
                null);
    }
}
