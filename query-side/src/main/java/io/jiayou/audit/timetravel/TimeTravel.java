package io.jiayou.audit.timetravel;

import io.jiayou.audit.timetravel.Moment.AtInstant;
import io.jiayou.audit.timetravel.Moment.AtPosition;
import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.fold.Change;
import io.jiayou.readmodel.fold.Folding;
import io.jiayou.readmodel.fold.Marking;
import io.jiayou.readmodel.fold.Marks;
import io.jiayou.readmodel.fold.Stop;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.history.HistoryReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Documents as they were, by the same folds that make the live ones. Needs no read store. */
public final class TimeTravel {

    private final History history;
    private final PastEvents past;
    private final InstantSource clock;

    public TimeTravel(EventStore events, InstantSource clock) {
        this.history = new History(events);
        this.past = new PastEvents(events, history);
        this.clock = clock;
    }

    /**
     * Reads a parameter that names a moment.
     *
     * @throws io.jiayou.http.ProblemException INVALID_FIELD with the parameter's name if it's none or hasn't come yet
     */
    public Moment moment(String name, String given) {
        Moment moment = Moment.read(name, given);
        boolean reached =
                switch (moment) {
                    case AtPosition at -> at.position() <= history.recentHead() || at.position() <= history.head();
                    case AtInstant at -> !at.instant().isAfter(clock.instant());
                };
        if (!reached) {
            throw Parameters.invalid(name, "{0} hasn't come yet", name);
        }
        return moment;
    }

    /** Up to the last event that there is. */
    public Moment now() {
        return new AtPosition(history.head());
    }

    /** The document as the fold of exactly its events up to a moment; empty if it had none then. */
    public <V extends View> Past<V> asOf(AggregateReadModel<V> model, String id, Moment moment) {
        List<RecordedEvent> events = past.of(model, id, moment);
        Map<Long, Long> annulled = annulledBy(moment);
        Marking marking = new Marking(Marks.leavingOut(annulled));
        List<Change<V>> changes = Folding.fold(model, events, ids -> Map.of(), marking);
        Stop stop = marking.marks().stopOf(id).orElse(null);
        List<RecordedEvent> folded = events.stream()
                .filter(event -> !annulled.containsKey(event.position()))
                .filter(event -> stop == null || event.position() < stop.position())
                .toList();
        return new Past<>(changes.isEmpty() ? null : changes.getFirst().after(), folded, events.size(), stop);
    }

    private Map<Long, Long> annulledBy(Moment moment) {
        Map<Long, Long> annulled = new TreeMap<>();
        history.annulled().stream()
                .filter(it -> moment.takesIn(it.confirmation(), it.recordedAt()))
                .forEach(it -> annulled.put(it.position(), it.confirmation()));
        return annulled;
    }

    /**
     * The time of a moment: for a position the time when its event was recorded, or when one of those taken in was, if
     * that is later.
     */
    public Instant timeOf(Moment moment, Past<?> taken) {
        return switch (moment) {
            case AtInstant at -> at.instant();
            case AtPosition at ->
                taken.events().stream()
                        .map(RecordedEvent::recordedAt)
                        .reduce(recordedAt(at.position()), (one, other) -> one.isAfter(other) ? one : other);
        };
    }

    private Instant recordedAt(long position) {
        try (HistoryReader reader = new HistoryReader(history, position - 1)) {
            return reader.next(position, 1).getFirst().recordedAt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading an event", e);
        }
    }
}
