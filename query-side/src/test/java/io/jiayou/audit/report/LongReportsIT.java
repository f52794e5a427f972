package io.jiayou.audit.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.audit.log.ListedRecords;
import io.jiayou.http.access.Claims;
import io.jiayou.http.access.PublishedKeys;
import io.jiayou.identity.events.SessionEnd;
import io.jiayou.identity.events.SessionEnded;
import io.jiayou.query.EmbeddedStores;
import io.jiayou.query.QuerySide;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.context.request.RequestContextHolder;

/** Reports of a store that is slow to read. */
@SpringBootTest(
        classes = {QuerySide.class, EmbeddedStores.class, LongReportsIT.Slow.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=query-side",
            "spring.application.name=long-reports",
            "jiayou.axon-server=false",
            "jiayou.access=required",
            "jiayou.privacy.sealing=off",
            "jiayou.audit.checkpoint-every=1s",
            "jiayou.bounds.computations-at-once=2"
        })
@DirtiesContext
class LongReportsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ECKey KEY = key();
    private static final String REPORT =
            "/api/audit/report.csv?from=2026-03-01T00:00:00%2B08:00&to=2026-04-01T00:00:00%2B08:00";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final EventStore events;
    private final GatedRecords records;

    @Autowired
    LongReportsIT(@LocalServerPort int port, EventStore events, GatedRecords records) {
        this.port = port;
        this.events = events;
        this.records = records;
    }

    @DynamicPropertySource
    static void ownDirectory(DynamicPropertyRegistry registry) throws IOException {
        Path directory = Files.createTempDirectory("long-reports");
        registry.add("jiayou.audit.directory", () -> directory.resolve("audit").toString());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Slow {

        @Bean
        GatedRecords eventRecords() {
            return new GatedRecords();
        }

        @Bean
        PublishedKeys publishedKeys() {
            return (selector, context) -> selector.select(new JWKSet(KEY));
        }
    }

    /** Where requests wait as long as the gate is closed. */
    static final class GatedRecords implements EventRecords {

        private final EventRecords events = new ListedRecords(50);
        private final AtomicInteger waiting = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private volatile CountDownLatch gate = new CountDownLatch(0);

        @Override
        public long size() {
            return events.size();
        }

        @Override
        public List<EventRecord> from(long position, int atMost) {
            if (RequestContextHolder.getRequestAttributes() != null) {
                most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
                try {
                    gate.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    waiting.decrementAndGet();
                }
            }
            return events.from(position, atMost);
        }
    }

    @AfterEach
    void open() {
        records.gate.countDown();
    }

    @Test
    void manyAtOnceAreMadeInTurnAndKeepNobodyElseWaiting() throws Exception {
        String ann = token("ann", "of ann");
        awaitLog(ann);
        records.gate = new CountDownLatch(1);
        List<CompletableFuture<HttpResponse<String>>> reports = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            reports.add(begin(REPORT, ann));
        }
        await().atMost(PATIENCE).until(() -> records.waiting.get() == 1);
        reports.add(begin(REPORT, token("berta", "of berta")));
        await().atMost(PATIENCE).until(() -> records.waiting.get() == 2);

        long asked = System.nanoTime();
        assertThat(begin("/api/audit/status", ann).get(20, TimeUnit.SECONDS).statusCode())
                .isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(3));

        records.gate.countDown();
        for (CompletableFuture<HttpResponse<String>> report : reports) {
            assertThat(report.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(records.most.get()).isEqualTo(2);
    }

    @Test
    void whoWaitsTooLongIsToldToComeAgain() throws Exception {
        String carl = token("carl", "of carl");
        awaitLog(carl);
        records.gate = new CountDownLatch(1);
        CompletableFuture<HttpResponse<String>> first = begin(REPORT, carl);
        await().atMost(PATIENCE).until(() -> records.waiting.get() == 1);

        HttpResponse<String> second = begin("/api/history", carl).get(30, TimeUnit.SECONDS);

        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.headers().firstValue("Retry-After")).contains("5");
        records.gate.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(begin("/api/history", carl).get(20, TimeUnit.SECONDS).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatWasBegunEndsWithALogOut() throws Exception {
        String dora = token("dora", "of dora");
        awaitLog(dora);
        records.gate = new CountDownLatch(1);
        CompletableFuture<HttpResponse<String>> report = begin(REPORT, dora);
        await().atMost(PATIENCE).until(() -> records.waiting.get() == 1);

        events.publish(new GenericDomainEventMessage<>(
                "Session", "of dora", 0, new SessionEnded("of dora", "dora", SessionEnd.LOGGED_OUT, Instant.now())));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> begin("/api/audit/status", dora).join().statusCode() == 401);
        Thread.sleep(1_000);
        records.gate.countDown();

        assertThat(report.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(401);
    }

    private void awaitLog(String token) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> begin("/api/audit/receipt", token).join().statusCode() == 200);
    }

    private CompletableFuture<HttpResponse<String>> begin(String path, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private static String token(String subject, String session) throws JOSEException {
        Instant now = Instant.now();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(KEY.getKeyID())
                        .type(new JOSEObjectType(Claims.TYPE))
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer("urn:jiayou")
                        .audience(Claims.AUDIENCE)
                        .subject(subject)
                        .jwtID(subject)
                        .claim(Claims.ROLE, "auditor")
                        .claim(Claims.SESSION, session)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .build());
        token.sign(new ECDSASigner(KEY));
        return token.serialize();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
