package io.jiayou.http.perimeter;

import io.jiayou.annulment.events.AnnulmentConfirmed;
import io.jiayou.annulment.events.AnnulmentEvent;
import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import io.jiayou.security.events.SecurityEvent;
import io.jiayou.serialization.Readable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a node's list of addresses as the events say: all of them at the start, and new ones every few seconds, whichever
 * node wrote them. As long as the store can't be read, what was known goes on; so it does before an event that can't be
 * taken in, until that is annulled.
 */
public final class AddressListKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AddressListKeeper.class);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);

    private final EventStore events;
    private final AddressList list;
    private final Duration every;
    private final Schedule schedule;
    private final CountDownLatch looked = new CountDownLatch(1);
    private @Nullable Running running;
    private long next;

    AddressListKeeper(EventStore events, AddressList list, Duration every, Schedule schedule) {
        this.events = events;
        this.list = list;
        this.every = every;
        this.schedule = schedule;
    }

    /** Looks for the first time, and waits a little for it: nobody should get in who is kept out. */
    void start() {
        running = schedule.begin(new Task("address-list", Due.every(every).first(Duration.ZERO), this::look));
        try {
            if (!looked.await(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The list of addresses couldn't be read yet; it's tried again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes in what is new. */
    public synchronized void look() {
        DomainEventStream stream = events.readEvents(SecurityEvent.ADDRESSES, next);
        while (stream.hasNext()) {
            var message = stream.next();
            follow(message);
            next = message.getSequenceNumber() + 1;
        }
        looked.countDown();
    }

    private void follow(DomainEventMessage<?> message) {
        try {
            if (message.getPayload() instanceof SecurityEvent event) {
                list.follow(event);
            }
        } catch (RuntimeException unreadable) {
            if (!isAnnulled(message)) {
                throw unreadable;
            }
        }
    }

    /** Asked only of events that can't be taken in. */
    private boolean isAnnulled(DomainEventMessage<?> message) {
        return events.readEvents(AnnulmentEvent.REGISTER, 0)
                .asStream()
                .flatMap(it -> Readable.payload(it, AnnulmentConfirmed.class).stream())
                .anyMatch(it -> it.eventId().equals(message.getIdentifier()));
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }
}
