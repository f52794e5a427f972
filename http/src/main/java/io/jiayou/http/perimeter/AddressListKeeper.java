package io.jiayou.http.perimeter;

import io.jiayou.security.events.SecurityEvent;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a node's list of addresses as the events say: all of them at the start, and new ones every few seconds, whichever
 * node wrote them. As long as the store can't be read, what was known goes on.
 */
public final class AddressListKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AddressListKeeper.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

    private final EventStore events;
    private final AddressList list;
    private final Duration every;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("address-list").factory());
    private long next;
    private boolean failing;

    AddressListKeeper(EventStore events, AddressList list, Duration every) {
        this.events = events;
        this.list = list;
        this.every = every;
    }

    /** Looks for the first time, and waits a little for it: nobody should get in who is kept out. */
    void start() {
        var first = clockwork.submit(this::look);
        clockwork.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        try {
            first.get(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The list of addresses couldn't be read yet; it's tried again");
        }
    }

    /** Takes in what is new. */
    public synchronized void look() {
        try {
            DomainEventStream stream = events.readEvents(SecurityEvent.ADDRESSES, next);
            while (stream.hasNext()) {
                var message = stream.next();
                if (message.getPayload() instanceof SecurityEvent event) {
                    list.follow(event);
                }
                next = message.getSequenceNumber() + 1;
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("The list of addresses can't be read at the moment: {}", e.toString());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
