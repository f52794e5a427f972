package io.jiayou.archive.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class S3RequestsTest {

    private AtomicStore store;
    private S3Target target;

    @BeforeEach
    void aStore() throws IOException {
        store = new AtomicStore();
        S3Place place = new S3Place("bucket", "", "us-east-1", store.endpoint(), true, Duration.ofSeconds(5));
        target = S3Target.open("store", place, S3Server.credentials());
    }

    @AfterEach
    void close() {
        target.close();
        store.close();
    }

    private static Content text(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void ofManyAtOnceOneMakesAFile() throws Exception {
        for (int round = 0; round < 10; round++) {
            Race race = Race.of(8, target, UUID.randomUUID() + ".note");

            assertThat(race.winners()).hasSize(1);
            assertThat(race.content()).isEqualTo("by " + race.winners().getFirst());
        }
    }

    @Test
    void asksForALockThatNobodyCanShorten() throws IOException {
        target.create("a.note", text("a"), Instant.parse("2027-01-02T03:04:05Z"));

        Headers asked = store.headersOf("a.note");
        assertThat(asked.getFirst("x-amz-object-lock-mode")).isEqualTo("COMPLIANCE");
        assertThat(asked.getFirst("x-amz-object-lock-retain-until-date")).isEqualTo("2027-01-02T03:04:05Z");
        assertThat(asked.getFirst("If-None-Match")).isEqualTo("*");
        assertThat(asked.getFirst("Content-MD5")).isEqualTo("DMF1ucDxtqgxw5niaXcmYQ==");
    }

    @Test
    void asksForNoLockUnasked() throws IOException {
        target.create("a.note", text("a"), null);
        target.replace("head.note", new byte[] {1});

        assertThat(store.headersOf("a.note")).doesNotContainKey("X-amz-object-lock-mode");
        assertThat(store.headersOf("head.note")).doesNotContainKeys("X-amz-object-lock-mode", "If-none-match");
    }

    @Test
    void triesAgainAfterAConflict() throws IOException {
        store.conflictsFor(2);

        assertThat(target.create("a.note", text("a"), null)).isTrue();
    }

    @Test
    void givesUpWhenConflictsDoNotEnd() {
        store.conflictsFor(1_000);

        assertThatThrownBy(() -> target.create("a.note", text("a"), null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("409");
    }

    /** What was tried once for that long isn't tried again and again. */
    @Test
    void aStoreThatAcceptsAndNeverAnswersIsGivenUpInBoundedTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            URI endpoint = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            S3Place place = new S3Place("bucket", "", "us-east-1", endpoint, true, Duration.ofSeconds(2));
            try (S3Target hanging = S3Target.open("store", place, S3Server.credentials())) {
                long started = System.nanoTime();
                assertThatThrownBy(() -> hanging.list("")).isInstanceOf(IOException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
            }
        }
    }
}
