package io.jiayou.security.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.jiayou.audit.log.AlarmJournal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class AlarmPostTest {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final AlarmJournal.Entry ALARM =
            new AlarmJournal.Entry(AT, true, "security-refusals", "100 or more refusals within 5 minutes");
    private static final Duration SOON = Duration.ofMillis(20);
    private static final String SECRET = "a secret of both sides";

    private record Posted(String signature, String body) {}

    @Test
    void postsASignedBodyAndTriesAgainUntilItArrives() throws Exception {
        BlockingQueue<Posted> arrived = new LinkedBlockingQueue<>();
        AtomicInteger attempts = new AtomicInteger();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/alarms", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean away = attempts.incrementAndGet() < 3;
            if (!away) {
                arrived.add(new Posted(exchange.getRequestHeaders().getFirst(Webhook.SIGNATURE), body));
            }
            exchange.sendResponseHeaders(away ? 503 : 204, -1);
            exchange.close();
        });
        receiver.start();
        URI address = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/alarms");
        try (AlarmPost post = new AlarmPost(new Webhook(address, SECRET, Clock.fixed(AT, ZoneOffset.UTC)), SOON)) {
            post.accept(ALARM);
            Posted posted = arrived.poll(10, TimeUnit.SECONDS);

            assertThat(posted).isNotNull();
            assertThat(attempts).hasValue(3);
            assertThat(posted.body()).contains("\"what\":\"security-refusals\"", "\"raised\":true");
            String expected = Webhook.signature(
                    SECRET.getBytes(StandardCharsets.UTF_8),
                    AT.getEpochSecond(),
                    posted.body().getBytes(StandardCharsets.UTF_8));
            assertThat(posted.signature()).isEqualTo("t=" + AT.getEpochSecond() + ",v1=" + expected);
        } finally {
            receiver.stop(0);
        }
    }

    /** By RFC 4231's method with a value that another tool computed: {@code openssl dgst -sha256 -hmac}. */
    @Test
    void signsAsOthersCheckIt() {
        assertThat(Webhook.signature("key".getBytes(StandardCharsets.UTF_8), 1, "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("1ba6b8171186efc613e8bcc0cbdab2748f24984d7c5a84faa2637afa0e40d224");
    }

    @Test
    void mailsOverARealServer() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        try (AlarmPost post = new AlarmPost(new AlarmMail(sender, "jiayou@example.org", "ops@example.org"), SOON)) {
            post.accept(ALARM);

            assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
            var mail = server.getReceivedMessages()[0];
            assertThat(mail.getSubject()).isEqualTo("Jiayou alarm: security-refusals");
            assertThat(mail.getAllRecipients()[0]).hasToString("ops@example.org");
            assertThat(mail.getContent().toString()).contains("100 or more refusals");
        } finally {
            server.stop();
        }
    }

    @Test
    void neverKeepsWhoeverRaisesAnAlarmWaiting() throws IOException {
        AlarmChannel stuck = new AlarmChannel() {
            @Override
            public String name() {
                return "stuck";
            }

            @Override
            public void send(AlarmJournal.Entry alarm) throws InterruptedException {
                Thread.sleep(Duration.ofMinutes(1));
            }
        };
        try (AlarmPost post = new AlarmPost(stuck, SOON)) {
            long before = System.nanoTime();
            for (int n = 0; n < 5_000; n++) {
                post.accept(ALARM);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    void triesEightTimesEachTimeAfterTwiceAsLong() throws Exception {
        List<Long> attempts = new CopyOnWriteArrayList<>();
        CountDownLatch given = new CountDownLatch(1);
        AlarmChannel away = new AlarmChannel() {
            @Override
            public String name() {
                return "away";
            }

            @Override
            public void send(AlarmJournal.Entry alarm) throws IOException {
                if (alarm.what().equals("the next")) {
                    given.countDown();
                } else {
                    attempts.add(System.nanoTime());
                    throw new IOException("no route");
                }
            }
        };
        try (AlarmPost post = new AlarmPost(away, Duration.ofMillis(2))) {
            post.accept(ALARM);
            post.accept(new AlarmJournal.Entry(AT, true, "the next", ""));

            assertThat(given.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(attempts).hasSize(8);
        for (int n = 1; n < attempts.size(); n++) {
            assertThat(Duration.ofNanos(attempts.get(n) - attempts.get(n - 1)))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(1L << n));
        }
    }
}
