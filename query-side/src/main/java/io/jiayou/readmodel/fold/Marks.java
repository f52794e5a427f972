package io.jiayou.readmodel.fold;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a set of documents lacks, and why.
 *
 * @param stopped the documents that stand still, by their ids: each as it was before the event that it couldn't take.
 *     Some don't exist, since that was their first one
 * @param incomplete the events of which nobody knows which documents they would have reached, by their positions
 * @param annulled the positions of events that are left out, each with that of the event that confirmed it
 */
public record Marks(SortedMap<String, Stop> stopped, SortedMap<Long, Stop> incomplete, SortedMap<Long, Long> annulled) {

    /** Of documents that lack nothing. */
    public static final Marks NONE = new Marks(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());

    /** Documents that lack nothing, of events that aren't all folded. */
    public static Marks leavingOut(Map<Long, Long> annulled) {
        return new Marks(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(annulled));
    }

    /** Whether every document is what all its events say. */
    public boolean isWhole() {
        return stopped.isEmpty() && incomplete.isEmpty();
    }

    /** Where a document stands still. */
    public Optional<Stop> stopOf(String document) {
        return Optional.ofNullable(stopped.get(document));
    }

    /** The first event that some document lacks. */
    public OptionalLong firstMissing() {
        return stops().mapToLong(Stop::position).min();
    }

    /** The positions of all events that couldn't be taken, each once. */
    public LongStream positions() {
        return stops().mapToLong(Stop::position).distinct().sorted();
    }

    /** All of both kinds. */
    public Stream<Stop> stops() {
        return Stream.concat(stopped.values().stream(), incomplete.values().stream());
    }
}
