package io.jiayou.http.lasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.http.ProblemException;
import io.jiayou.http.access.EndedSessions;
import io.jiayou.http.access.EndedSessionsForTests;
import io.jiayou.http.access.Right;
import io.jiayou.rules.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LastingTest {

    private static final int PER_ACTOR = 5;
    private static final int PER_NODE = 8;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private Instant now = NOON;
    private boolean letsIn = true;
    private final EndedSessions ended = EndedSessionsForTests.at(() -> now);
    private final Lasting lasting = new Lasting(ended, from -> letsIn, PER_ACTOR, PER_NODE, () -> now);

    private static Right right(String actor, String session) {
        Caller caller = new Caller(actor, Role.DRIVER, actor, null, Set.of(), session);
        return new Right(caller, NOON.minusSeconds(1), NOON.plusSeconds(300), HERE);
    }

    private Held begun(String actor, String session) {
        return lasting.begin(right(actor, session), () -> {});
    }

    @Test
    void endsAtTheTokensExpiryAtTheLatest() {
        CountDownLatch end = new CountDownLatch(1);
        Held held = lasting.begin(right("ann", "s"), end::countDown);
        now = NOON.plusSeconds(299);
        lasting.review();
        assertThat(held.isOver()).isFalse();

        now = NOON.plusSeconds(300);
        lasting.review();

        assertThat(held.isOver()).isTrue();
        await().atMost(Duration.ofSeconds(5)).until(() -> end.getCount() == 0);
        assertThat(lasting.size()).isZero();
    }

    @Test
    void endsWithItsSessionAndNoOther() {
        Held one = begun("ann", "first");
        Held other = begun("ann", "second");

        ended.ended("first");
        lasting.review();

        assertThat(one.isOver()).isTrue();
        assertThat(other.isOver()).isFalse();
    }

    @Test
    void endsWithItsActor() {
        Held one = begun("ann", "first");
        Held other = begun("berta", "second");

        ended.ended("ann");
        lasting.review();

        assertThat(one.isOver()).isTrue();
        assertThat(other.isOver()).isFalse();
    }

    @Test
    void endsWhereTheAddressIsKeptOut() {
        Held held = begun("ann", "first");

        letsIn = false;
        lasting.review();

        assertThat(held.isOver()).isTrue();
    }

    /** What ends between the check of a token and the beginning ends at once. */
    @Test
    void doesntBeginWithARightThatHasEnded() {
        ended.ended("first");

        assertThat(begun("ann", "first").isOver()).isTrue();
    }

    @Test
    void takesFiveOfAnActorAndSaysWhenToTryAgain() {
        List<Held> all = new ArrayList<>();
        for (int n = 0; n < PER_ACTOR; n++) {
            all.add(begun("ann", "s" + n));
        }
        assertThatThrownBy(() -> begun("ann", "more")).isInstanceOfSatisfying(ProblemException.class, it -> {
            assertThat(it.problem()).isEqualTo(Problem.TOO_MANY_REQUESTS);
            assertThat(it.retryAfter()).isEqualTo(Duration.ofSeconds(5));
        });

        all.getFirst().close();

        assertThat(begun("ann", "more").isOver()).isFalse();
    }

    @Test
    void countsNoShareOfWhoSitsAtTheMachine() {
        for (int n = 0; n <= PER_ACTOR; n++) {
            begun("terminal", "s" + n);
        }

        assertThat(lasting.size()).isEqualTo(PER_ACTOR + 1);
    }

    @Test
    void takesSoManyOfAllTogether() {
        for (int n = 0; n < PER_NODE; n++) {
            begun("driver " + n, "s" + n);
        }

        assertThatThrownBy(() -> begun("one more", "s")).isInstanceOf(ProblemException.class);
        assertThat(lasting.size()).isEqualTo(PER_NODE);
    }

    @Test
    void breaksOffAnAnswerWhenTheRightEnds() throws IOException {
        Held held = begun("ann", "first");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (OutputStream answer = held.guarding(told)) {
            answer.write(new byte[] {1, 2, 3});
            ended.ended("first");
            lasting.review();

            assertThatThrownBy(() -> answer.write(4)).isInstanceOf(IOException.class);
        }
        assertThat(told.toByteArray()).containsExactly(1, 2, 3);
    }

    @Test
    void goesOnForAnHourWhereTheWorkHasAnEndButNotBeyondItsSession() {
        Right right = right("ann", "first").lasting(NOON);
        Held held = lasting.begin(right, () -> {});
        now = NOON.plusSeconds(3_599);
        lasting.review();
        assertThat(held.isOver()).isFalse();

        ended.ended("first");
        lasting.review();

        assertThat(held.isOver()).isTrue();
    }

    @Test
    void ofWorkIsOverAfterAnHour() {
        Held held = lasting.begin(right("ann", "first").lasting(NOON), () -> {});

        now = NOON.plusSeconds(3_600);
        lasting.review();

        assertThat(held.isOver()).isTrue();
    }

    @Test
    void watchesWhatTakesNobodysShareAndEndsItAllTheSame() {
        List<Held> watched = new ArrayList<>();
        for (int n = 0; n <= PER_NODE; n++) {
            watched.add(lasting.watch(right("ann", "first")));
        }
        assertThat(begun("ann", "second").isOver()).isFalse();
        watched.getFirst().close();
        assertThat(lasting.size()).isEqualTo(1);

        ended.ended("first");
        lasting.review();

        assertThat(watched.getLast().isOver()).isTrue();
        assertThat(watched.getFirst().isOver()).as("was closed before").isFalse();
    }

    @Test
    void isBoundedWhereNothingIsSet() {
        LastingSettings unset =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("jiayou.lasting", LastingSettings.class);

        assertThat(unset.perActor()).isEqualTo(5);
        assertThat(unset.most(4L << 30)).isEqualTo(1_000);
    }

    @Test
    void takesAsMuchAsTheHeapBears() {
        LastingSettings byHeap = new LastingSettings(5, 0);

        assertThat(byHeap.most(4L << 30)).isEqualTo(1_000);
        assertThat(byHeap.most(512L << 20)).isEqualTo(524);
        assertThat(new LastingSettings(5, 7).most(512L << 20)).isEqualTo(7);
    }
}
