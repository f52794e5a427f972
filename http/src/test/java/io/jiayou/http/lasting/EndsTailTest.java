package io.jiayou.http.lasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.http.BreakableStore;
import io.jiayou.http.access.EndedSessions;
import io.jiayou.http.access.EndedSessionsForTests;
import io.jiayou.http.access.Right;
import io.jiayou.identity.events.AccountClosed;
import io.jiayou.identity.events.AccountOpened;
import io.jiayou.identity.events.IdentityEvent;
import io.jiayou.identity.events.MachineKeyRevoked;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.events.SessionEnded;
import io.jiayou.security.events.AddressesUnlisted;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EndsTailTest {

    private static final Duration PROMISED = Duration.ofSeconds(5);
    private static final Instant FAR = Instant.now().plus(Duration.ofHours(1));

    private final BreakableStore events = new BreakableStore();
    private final EndedSessions ended = EndedSessionsForTests.at(InstantSource.system());
    private final Lasting lasting = new Lasting(ended, from -> true, 5, 100, InstantSource.system());
    private final AtomicInteger listings = new AtomicInteger();
    private final EndsTail tail = new EndsTail(
            events.store(), new Ends(ended, listings::incrementAndGet), ended, lasting, InstantSource.system());

    @AfterEach
    void stop() {
        tail.close();
    }

    private void record(IdentityEvent event) {
        events.sound().publish(new GenericEventMessage<>(event));
    }

    /** As it was recorded some time ago. */
    private void recorded(IdentityEvent event, Duration ago) {
        Instant then = Instant.now().minus(ago);
        events.sound()
                .publish(new GenericDomainEventMessage<>(
                        "Identity",
                        event.subject(),
                        0,
                        new GenericMessage<>(event, MetaData.emptyInstance()),
                        () -> then));
    }

    private static Caller caller(String actor, String session) {
        return new Caller(actor, Role.AGENT, null, null, Set.of(), session);
    }

    private Held held(String actor, String session) {
        Right right = new Right(caller(actor, session), Instant.now(), FAR, InetAddress.getLoopbackAddress());
        return lasting.begin(right, () -> {});
    }

    @Test
    void endsWhatLastsWhenItsSessionEnds() throws InterruptedException {
        tail.start();
        Held one = held("a", "s1");
        Held other = held("a", "s2");

        record(new SessionEnded("s1", "a", SessionEnd.LOGGED_OUT, Instant.now()));

        await().atMost(PROMISED).until(one::isOver);
        assertThat(other.isOver()).isFalse();
    }

    @Test
    void endsAllOfWhoseAccountIsClosedOrKeyRevoked() throws InterruptedException {
        tail.start();
        Held person = held("a", "s1");
        Held program = held("k", "s2");

        record(new AccountClosed("a", Instant.now()));
        record(new MachineKeyRevoked("k", Instant.now()));

        await().atMost(PROMISED).until(() -> person.isOver() && program.isOver());
    }

    @Test
    void givesTheRightBackWithTheAccountButNotTheSession() throws InterruptedException {
        record(new SessionEnded("s1", "a", SessionEnd.ACCOUNT_CHANGED, Instant.now()));
        record(new AccountClosed("a", Instant.now()));
        record(new AccountOpened("a", Instant.now()));

        tail.start();

        assertThat(ended.has(caller("a", "s2"), Instant.now())).isFalse();
        assertThat(ended.has(caller("a", "s1"), Instant.now())).isTrue();
    }

    /** Such as a method that isn't there, or calls itself for ever: on a node that stops listening no right would end. */
    @Test
    void listensOnWhateverFails() throws InterruptedException {
        Ends failing = new Ends(ended, () -> {
            throw new StackOverflowError();
        });
        try (EndsTail other = new EndsTail(events.store(), failing, ended, lasting, InstantSource.system())) {
            other.start();
            Held one = held("a", "s1");

            events.sound().publish(new GenericEventMessage<>(new AddressesUnlisted("203.0.113.0/24", Instant.now())));
            record(new SessionEnded("s1", "a", SessionEnd.LOGGED_OUT, Instant.now()));

            await().atMost(PROMISED).until(one::isOver);
        }
    }

    /** A node that starts knows what ended while it was away, before it lets anybody in. */
    @Test
    void readsBackAsFarAsATokenLives() throws InterruptedException {
        recorded(new SessionEnded("s1", "a", SessionEnd.LOGGED_OUT, Instant.now()), Duration.ofMinutes(14));
        for (int n = 0; n < 2_000; n++) {
            recorded(new AccountOpened("other " + n, Instant.now()), Duration.ofMinutes(1));
        }

        tail.start();

        assertThat(ended.has(caller("a", "s1"), Instant.now())).isTrue();
    }

    /** It hears of nothing meanwhile, but forgets nothing either, and misses nothing afterwards. */
    @Test
    void goesOnWithWhatItKnowsWhileTheStoreCannotBeRead() throws InterruptedException {
        record(new SessionEnded("s1", "a", SessionEnd.LOGGED_OUT, Instant.now()));
        tail.start();
        events.breakDown();
        record(new SessionEnded("s2", "a", SessionEnd.LOGGED_OUT, Instant.now()));
        Held held = held("a", "s2");

        await().during(Duration.ofSeconds(1)).until(() -> !held.isOver());
        assertThat(ended.has(caller("a", "s1"), Instant.now())).isTrue();
        assertThat(ended.has(caller("a", "s3"), Instant.now())).isFalse();

        events.mend();
        await().atMost(PROMISED).until(held::isOver);
        assertThat(ended.has(caller("a", "s2"), Instant.now())).isTrue();
        assertThat(ended.has(caller("a", "s3"), Instant.now())).isFalse();
    }
}
