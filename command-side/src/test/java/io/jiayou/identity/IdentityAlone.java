package io.jiayou.identity;

import io.jiayou.command.CommandMetrics;
import io.jiayou.command.Commands;
import io.jiayou.identity.credentials.CredentialsInMemory;
import io.jiayou.identity.credentials.Vault;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.identity.record.IdentityJournal;
import io.jiayou.identity.record.RecordIdentityHandler;
import io.jiayou.identity.sessions.Sessions;
import io.jiayou.identity.sessions.Standing;
import io.jiayou.identity.tokens.AccessTokenIssue;
import io.jiayou.identity.tokens.HandSetClock;
import io.jiayou.identity.tokens.SigningKeys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** What identity stands on, without a server: credentials and events in memory, and a clock that is set by hand. */
public final class IdentityAlone {

    public static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final InMemoryEventStorageEngine recorded = new InMemoryEventStorageEngine();
    private final EventStore events =
            EmbeddedEventStore.builder().storageEngine(recorded).build();
    private final CredentialsInMemory credentials = new CredentialsInMemory();
    private final Vault vault = new Vault(credentials);
    private final HandSetClock clock = new HandSetClock(NOW);
    private final AccessTokenIssue tokens = new AccessTokenIssue(new SigningKeys(vault, clock), clock, "urn:jiayou");
    private final IdentityJournal journal = journalFor(Integer.MAX_VALUE);

    public Vault vault() {
        return vault;
    }

    public HandSetClock clock() {
        return clock;
    }

    public IdentityJournal journal() {
        return journal;
    }

    /** One that writes so many events down, and fails from then on. */
    public IdentityJournal journalFor(int events) {
        AtomicInteger left = new AtomicInteger(events);
        CommandBus bus = SimpleCommandBus.builder().build();
        new AnnotationCommandHandlerAdapter<>(new RecordIdentityHandler(this.events)).subscribe(bus);
        bus.registerDispatchInterceptor(messages -> (index, message) -> {
            if (left.getAndDecrement() <= 0) {
                throw new IllegalStateException("nothing more is written down");
            }
            return message;
        });
        return new IdentityJournal(new Commands(
                DefaultCommandGateway.builder().commandBus(bus).build(),
                this.events,
                new CommandMetrics(new SimpleMeterRegistry())));
    }

    public Sessions sessions(Standing... standings) {
        return sessions(journal, standings);
    }

    public Sessions sessions(IdentityJournal anotherJournal, Standing... standings) {
        return new Sessions(vault, List.of(standings), tokens, anotherJournal, clock);
    }

    /** What somebody else does between a decision about a key of the store and the write of it, once. */
    public void meanwhile(String key, Runnable other) {
        credentials.meanwhile(key, other);
    }

    /** All that is kept of credentials, as whoever copies the store has it. */
    public String kept() {
        return credentials.keys("").stream()
                .map(key -> key + ' ' + credentials.find(key).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    /** All that was written down, in its order. */
    public List<IdentityEvent> written() {
        return recorded.readEvents(null, false)
                .map(EventMessage::getPayload)
                .map(IdentityEvent.class::cast)
                .toList();
    }
}
