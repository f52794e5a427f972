package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What takes long is worked on in turn, and a part of an answer never looks like the whole. */
@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"jiayou.access=open", "jiayou.bounds.computations-at-once=1"})
class LongAnswersIT {

    private final Client client;

    LongAnswersIT(@LocalServerPort int port) {
        this.client = new Client(port);
    }

    @Test
    void oneAfterTheOtherIsAnsweredAndWhoWaitsTooLongIsToldToComeAgain() throws Exception {
        long begun = System.nanoTime();
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 4; n++) {
                answers.add(clients.submit(() -> client.get("/long?millis=4000")));
            }
            Thread.sleep(500);
            long asked = System.nanoTime();
            assertThat(client.get("/things?first=1").status()).isEqualTo(200);
            assertThat(since(asked)).isLessThan(Duration.ofSeconds(2));
        }

        List<Answer> all = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            all.add(answer.get());
        }
        assertThat(since(begun)).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(25));
        assertThat(all.stream().filter(it -> it.status() == 200)).hasSize(3);
        Answer refused =
                all.stream().filter(it -> it.status() != 200).findFirst().orElseThrow();
        refused.isProblem(503, "unavailable");
        assertThat(refused.header("Retry-After")).isEqualTo("5");
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    @Test
    void aPlaceIsFreeAgainAfterAnError() {
        for (int n = 0; n < 20; n++) {
            client.get("/long?millis=many").isProblem(400, "invalid-field", "millis");
        }

        assertThat(client.get("/long?millis=1").status()).isEqualTo(200);
    }

    @Test
    void whatFailsAfterAPartOfItIsCutOff() throws IOException {
        String told = client.sendRaw("GET /halves HTTP/1.1\r\nHost: h\r\n\r\n");

        assertThat(told).contains("the first half");
        assertThat(told).as("no last chunk").doesNotEndWith("0\r\n\r\n");
    }
}
