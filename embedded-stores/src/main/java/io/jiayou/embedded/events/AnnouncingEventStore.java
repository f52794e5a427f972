package io.jiayou.embedded.events;

import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/**
 * An event store whose streams announce new events as soon as they are durable, so that a processor needs no polling.
 * What streams see is the order of the global indexes, whichever unit of work committed first.
 */
public final class AnnouncingEventStore extends AbstractEventStore {

    private final RocksEventStorageEngine engine;

    private AnnouncingEventStore(RocksEventStorageEngine engine, Builder builder) {
        super(builder);
        this.engine = engine;
    }

    /** The event store on an engine, which stays the caller's to close. */
    public static AnnouncingEventStore on(RocksEventStorageEngine engine) {
        return new AnnouncingEventStore(engine, new Settings().storageEngine(engine));
    }

    /** As above, watched and traced. */
    public static AnnouncingEventStore on(
            RocksEventStorageEngine engine,
            MessageMonitor<? super EventMessage<?>> monitor,
            EventBusSpanFactory spanFactory) {
        Settings settings = new Settings();
        settings.storageEngine(engine).messageMonitor(monitor).spanFactory(spanFactory);
        return new AnnouncingEventStore(engine, settings);
    }

    private static final class Settings extends Builder {}

    /**
     * Events behind the token, from the first one if it's null.
     *
     * @throws EventStoreException if the token is ahead of all events: it belongs to another store, or to a state that
     *     a restore took back, and whoever holds it would silently miss every event up to it
     */
    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        long index = Tokens.indexBehind(token);
        if (index > engine.size()) {
            throw new EventStoreException("The token stands at index " + (index - 1) + ", ahead of the " + engine.size()
                    + " events of this store");
        }
        return new TailingStream(index, engine.tail(), engine.log(), engine.messages());
    }
}
