package io.jiayou.http.computing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.http.ProblemException;
import io.jiayou.http.access.EndedSessions;
import io.jiayou.http.access.EndedSessionsForTests;
import io.jiayou.http.access.Right;
import io.jiayou.http.lasting.Lasting;
import io.jiayou.http.lasting.LastingForTests;
import io.jiayou.rules.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ComputationsTest {

    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final EndedSessions ended = EndedSessionsForTests.at(InstantSource.system());
    private final Lasting lasting = LastingForTests.with(ended);

    private Computations places(int atOnce, Duration patience) {
        return new Computations(atOnce, patience, lasting);
    }

    private static Right right(String actor) {
        Caller caller = new Caller(actor, Role.AUDITOR, null, null, Set.of(), "session of " + actor);
        Instant now = Instant.now();
        return new Right(caller, now.minusSeconds(1), now.plusSeconds(300), InetAddress.getLoopbackAddress());
    }

    private static void isRefused(ThrowingCallable what, Problem problem) {
        assertThatThrownBy(what).isInstanceOfSatisfying(ProblemException.class, it -> assertThat(it.problem())
                .isEqualTo(problem));
    }

    @Test
    void areSoManyAndAnActorHasHalf() {
        Computations computations = places(2, SHORT);
        Computation first = computations.begin(right("ann"));

        assertThatThrownBy(() -> computations.begin(right("ann")))
                .isInstanceOfSatisfying(ProblemException.class, it -> {
                    assertThat(it.problem()).isEqualTo(Problem.UNAVAILABLE);
                    assertThat(it.retryAfter()).isEqualTo(Duration.ofSeconds(5));
                });
        computations.begin(right("berta"));
        isRefused(() -> computations.begin(right("carl")), Problem.UNAVAILABLE);

        first.close();
        assertThat(computations.begin(right("carl"))).isNotNull();
    }

    @Test
    void areAtLeastOne() {
        assertThat(places(0, SHORT).begin(right("ann"))).isNotNull();
    }

    @Test
    void leaveNoPlaceBehindWhenTheyWereRefused() {
        Computations computations = places(1, SHORT);
        Computation first = computations.begin(right("ann"));
        for (int n = 0; n < 20; n++) {
            isRefused(() -> computations.begin(right("berta")), Problem.UNAVAILABLE);
        }

        first.close();

        assertThat(computations.begin(right("berta"))).isNotNull();
    }

    @Test
    void letNobodyHaveManyThatWait() throws Exception {
        Computations computations = places(1, LONG);
        Computation working = computations.begin(right("ann"));
        List<CompletableFuture<Computation>> waiting = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            waiting.add(
                    CompletableFuture.supplyAsync(() -> computations.begin(right("ann")), Thread::startVirtualThread));
        }
        Thread.sleep(500);
        long begun = System.nanoTime();

        isRefused(() -> computations.begin(right("ann")), Problem.UNAVAILABLE);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        working.close();
        for (int n = 0; n < waiting.size(); n++) {
            CompletableFuture.anyOf(waiting.toArray(CompletableFuture[]::new)).get(10, TimeUnit.SECONDS);
            waiting.stream().filter(CompletableFuture::isDone).findFirst().ifPresent(it -> {
                waiting.remove(it);
                it.join().close();
            });
        }
    }

    @Test
    void areNotBegunByARightThatEndedWhileTheyWaited() throws Exception {
        Computations computations = places(1, LONG);
        Computation working = computations.begin(right("ann"));
        CompletableFuture<Computation> waiting =
                CompletableFuture.supplyAsync(() -> computations.begin(right("berta")), Thread::startVirtualThread);
        Thread.sleep(300);
        ended.ended("session of berta");
        LastingForTests.review(lasting);

        working.close();

        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.problem()).isEqualTo(Problem.UNAUTHENTICATED));
        assertThat(computations.begin(right("carl"))).as("the place is free").isNotNull();
    }

    @Test
    void knowOnTheirThreadWhenTheirRightHasEnded() {
        Computation computation = places(1, SHORT).begin(right("ann"));
        Computations.enter(computation);
        try {
            Computations.requireRight();
            ended.ended("session of ann");
            LastingForTests.review(lasting);

            isRefused(Computations::requireRight, Problem.UNAUTHENTICATED);
        } finally {
            Computations.leave();
        }
        Computations.requireRight();
    }

    @Test
    void haveNoPlaceWhileTheirClientTakesAPart() throws IOException {
        Computations computations = places(1, SHORT);
        List<Integer> parts = new ArrayList<>();
        ByteArrayOutputStream told = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                computations.begin(right("berta")).close();
                parts.add(length);
                super.write(bytes, from, length);
            }
        };
        byte[] much = new byte[300_000];
        much[299_999] = 7;
        try (Computation computation = computations.begin(right("ann"));
                OutputStream answer = computation.answering(told)) {
            answer.write(much);
            isRefused(() -> computations.begin(right("berta")), Problem.UNAVAILABLE);
        }

        assertThat(told.toByteArray()).isEqualTo(much);
        assertThat(parts).containsExactly(131_072, 131_072, 37_856);
        assertThat(computations.begin(right("berta"))).isNotNull();
    }

    @Test
    void tellNothingMoreWhenTheirRightHasEnded() throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (Computation computation = places(1, SHORT).begin(right("ann"))) {
            OutputStream answer = computation.answering(told);
            answer.write(new byte[200_000]);
            ended.ended("session of ann");
            LastingForTests.review(lasting);

            isRefused(() -> answer.write(new byte[200_000]), Problem.UNAUTHENTICATED);
        }
        assertThat(told.size()).isEqualTo(131_072);
    }
}
