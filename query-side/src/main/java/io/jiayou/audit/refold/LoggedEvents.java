package io.jiayou.audit.refold;

import io.jiayou.audit.EventRecord;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.fold.RecordedEvents;
import io.jiayou.readmodel.fold.Replay;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.serialization.Upcasters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Recorded events as folds take them: upcast and deserialised, in order or once more. */
final class LoggedEvents implements Replay {

    /** A bundle of a served log, which gives whole ones. */
    private static final int BUNDLE = 256;

    private final Source source;
    private final EventSerializer serializer = new EventSerializer();
    private final EventUpcaster upcasters = Upcasters.chain();

    LoggedEvents(Source source) {
        this.source = source;
    }

    /** Where the events are. */
    @FunctionalInterface
    interface Source {

        /** @param position of the first, a multiple of 256 */
        List<EventRecord> from(long position, int atMost);
    }

    List<RecordedEvent> read(long position, EventRecord event) {
        return EventUtils.upcastAndDeserializeTrackedEvents(
                        Stream.of(LoggedEvent.of(position, event)), serializer, upcasters)
                .map(RecordedEvents::of)
                .toList();
    }

    @Override
    public void read(long after, long to, Consumer<List<RecordedEvent>> reader) {
        for (long first = (after + 1) / BUNDLE * BUNDLE; first <= to; first += BUNDLE) {
            List<EventRecord> bundle = source.from(first, BUNDLE);
            List<RecordedEvent> wanted = new ArrayList<>();
            for (int i = 0; i < bundle.size(); i++) {
                long position = first + i;
                if (position > after && position <= to) {
                    wanted.addAll(read(position, bundle.get(i)));
                }
            }
            reader.accept(wanted);
        }
    }
}
