package io.jiayou.annulment.list;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.annulment.events.AnnulmentRequested;
import io.jiayou.annulment.events.UnreadableEventReported;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event that couldn't be taken.
 *
 * @param id of its annulment, whether anybody has asked for that or not
 * @param position its place in the global order, from 0
 * @param state how far its annulment is
 * @param type its stored name
 * @param aggregateId whose event it is; absent for one of no aggregate
 * @param models the read models that stopped there; {@code aggregate} stands for decisions
 * @param error the class of what went wrong
 * @param readable whether this node reads the event, within the limits of today: then a program may be at fault, and not the
 *     event
 * @param reportedBy who reported it first: a node's key, or the system itself
 * @param reportedAt when it was reported first
 * @param requested who asked to leave it out, and why; absent before
 * @param confirmed who agreed; absent before the event is left out
 */
record AnnulmentItem(
        String id,
        long position,
        State state,
        String type,
        @Nullable String aggregateId,
        List<String> models,
        String error,
        boolean readable,
        @Nullable String reportedBy,
        Instant reportedAt,
        @Nullable Request requested,
        @Nullable Confirmation confirmed) {

    /** How far it is. */
    enum State {
        /** Documents stand still before it. */
        STOPPED,
        /** Somebody asked to leave it out. */
        REQUESTED,
        /** It's left out. */
        ANNULLED
    }

    /**
     * Who asked for an event to be left out, and why.
     *
     * @param by the account of operations
     * @param reason for the one who confirms it, and for those who read the history later
     * @param at when that was asked
     */
    record Request(String by, String reason, Instant at) {}

    /**
     * Who agreed that an event is left out.
     *
     * @param by the account of the auditor
     * @param at when that was agreed
     */
    record Confirmation(String by, Instant at) {}

    static AnnulmentItem first(UnreadableEventReported it, @Nullable String by) {
        return new AnnulmentItem(
                AnnulmentEvent.idOf(it.position()),
                it.position(),
                State.STOPPED,
                it.type(),
                it.aggregateId(),
                List.of(it.model()),
                it.error(),
                false,
                by,
                it.at(),
                null,
                null);
    }

    AnnulmentItem after(AnnulmentEvent event) {
        return switch (event) {
            case UnreadableEventReported it ->
                with(
                        state,
                        Stream.concat(models.stream(), Stream.of(it.model()))
                                .distinct()
                                .toList(),
                        requested,
                        confirmed);
            case AnnulmentRequested it ->
                with(State.REQUESTED, models, new Request(it.by(), it.reason(), it.at()), confirmed);
            case AnnulmentConfirmed it -> with(State.ANNULLED, models, requested, new Confirmation(it.by(), it.at()));
        };
    }

    private AnnulmentItem with(State next, List<String> all, @Nullable Request asked, @Nullable Confirmation agreed) {
        return new AnnulmentItem(
                id, position, next, type, aggregateId, all, error, readable, reportedBy, reportedAt, asked, agreed);
    }

    AnnulmentItem readable(boolean whether) {
        return new AnnulmentItem(
                id,
                position,
                state,
                type,
                aggregateId,
                models,
                error,
                whether,
                reportedBy,
                reportedAt,
                requested,
                confirmed);
    }
}
