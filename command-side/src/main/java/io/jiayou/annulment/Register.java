package io.jiayou.annulment;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.annulment.events.AnnulmentRequested;
import io.jiayou.annulment.events.UnreadableEventReported;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All events that couldn't be taken, by their positions.
 *
 * @param entries by position
 */
public record Register(SortedMap<Long, Entry> entries) {

    /** Before the first event. */
    public static final Register EMPTY = new Register(new TreeMap<>());

    /**
     * One event that couldn't be taken.
     *
     * @param reported the first report of it
     * @param models who couldn't take it
     * @param requested none before somebody asked for its annulment
     * @param confirmed none before it is left out
     */
    public record Entry(
            UnreadableEventReported reported,
            Set<String> models,
            @Nullable AnnulmentRequested requested,
            @Nullable AnnulmentConfirmed confirmed) {

        Entry and(String model) {
            SortedSet<String> more = new TreeSet<>(models);
            more.add(model);
            return new Entry(reported, more, requested, confirmed);
        }
    }

    public Optional<Entry> at(long position) {
        return Optional.ofNullable(entries.get(position));
    }

    public Register evolve(AnnulmentEvent event) {
        SortedMap<Long, Entry> next = new TreeMap<>(entries);
        switch (event) {
            case UnreadableEventReported it ->
                next.merge(
                        it.position(),
                        new Entry(it, Set.of(it.model()), null, null),
                        (before, first) -> before.and(it.model()));
            case AnnulmentRequested it ->
                next.computeIfPresent(
                        it.position(),
                        (at, before) -> new Entry(before.reported(), before.models(), it, before.confirmed()));
            case AnnulmentConfirmed it ->
                next.computeIfPresent(
                        it.position(),
                        (at, before) -> new Entry(before.reported(), before.models(), before.requested(), it));
        }
        return new Register(next);
    }
}
