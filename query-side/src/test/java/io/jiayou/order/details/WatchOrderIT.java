package io.jiayou.order.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.order.events.LockedPrice;
import io.jiayou.order.events.OrderPlaced;
import io.jiayou.order.events.PaymentConfirmed;
import io.jiayou.order.events.Preset;
import io.jiayou.readmodel.LiveUpdates;
import io.jiayou.testing.Api;
import io.jiayou.testing.QuerySideTest;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@QuerySideTest
@TestPropertySource(properties = "jiayou.live.heartbeat=200ms")
@DirtiesContext
@Timeout(60)
class WatchOrderIT {

    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final Money PAYABLE = new Money(20_000, "CNY");
    private static final LockedPrice PRICE = new LockedPrice(new UnitPrice(8_000, "CNY"), AT, false);

    @Autowired
    private Api api;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private LiveUpdates updates;

    private void place(String id) {
        api.record(id, new OrderPlaced(id, "d", "s", 1, "92#", Preset.byAmount(20_000), PRICE, PAYABLE, null, AT));
        api.get("/api/orders/" + id);
    }

    private HttpResponse<InputStream> open(String id) throws IOException, InterruptedException {
        return api.http()
                .send(
                        api.request("/api/orders/" + id + "/live")
                                .header("Accept", "text/event-stream")
                                .header("Last-Event-ID", "1")
                                .build(),
                        BodyHandlers.ofInputStream());
    }

    private static BufferedReader lines(HttpResponse<InputStream> response) {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static JsonNode nextOrder(BufferedReader lines) throws IOException {
        String line = Objects.requireNonNull(lines.readLine());
        while (!line.startsWith("data:")) {
            line = Objects.requireNonNull(lines.readLine());
        }
        return new JsonMapper().readTree(line.substring("data:".length()));
    }

    @Test
    void showsTheOrderAsItIsAndThenEachChange() throws Exception {
        place("live-1");
        HttpResponse<InputStream> response = open("live-1");
        try (BufferedReader lines = lines(response)) {
            assertThat(response.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(nextOrder(lines).get("status").asString()).isEqualTo("PAYMENT_PENDING");

            api.record("live-1", new PaymentConfirmed("live-1", PAYABLE, "cash", "tx", AT));

            JsonNode paid = nextOrder(lines);
            assertThat(paid.get("status").asString()).isEqualTo("PAID");
            assertThat(paid.get("timeline")).hasSize(2);
        }
    }

    /** Nobody has to name a version, or to ask again: what was acknowledged before the question is there. */
    @Test
    void isThereAsSoonAsTheOrderWasAcknowledged() throws Exception {
        for (int n = 0; n < 50; n++) {
            String id = "live-new-" + n;
            api.record(id, new OrderPlaced(id, "d", "s", 1, "92#", Preset.byAmount(20_000), PRICE, PAYABLE, null, AT));
            try (BufferedReader lines = lines(open(id))) {
                assertThat(nextOrder(lines).get("orderId").asString()).isEqualTo(id);
            }
            String other = "found-new-" + n;
            api.record(
                    other,
                    new OrderPlaced(other, "d", "s", 1, "92#", Preset.byAmount(20_000), PRICE, PAYABLE, null, AT));
            assertThat(api.plain("/api/orders/" + other).status()).isEqualTo(200);
        }
    }

    @Test
    void namesEventsAndNumbersThemByPosition() throws Exception {
        place("live-2");
        try (BufferedReader lines = lines(open("live-2"))) {
            String position =
                    api.get("/api/orders/live-2").body().get("position").asString();

            assertThat(lines.readLine()).isEqualTo("id:" + position);
            assertThat(lines.readLine()).isEqualTo("event:order");
        }
    }

    /** Nobody who asks for the head alone keeps a connection, by which they would be seen to go. */
    @Test
    void beginsNoStreamForTheHeadAlone() throws Exception {
        place("live-9");
        for (int n = 0; n < 20; n++) {
            HttpResponse<Void> head = api.http()
                    .send(api.request("/api/orders/live-9/live").HEAD().build(), BodyHandlers.discarding());
            assertThat(head.statusCode()).isEqualTo(200);
        }

        try (BufferedReader lines = lines(open("live-9"))) {
            assertThat(nextOrder(lines).get("orderId").asString()).isEqualTo("live-9");
            assertThat(meters.get(WatchOrder.OPEN).gauge().value()).isLessThan(10);
        }
    }

    @Test
    void keepsASilentConnectionAliveAndForgetsAClientThatHasGone() throws Exception {
        place("live-3");
        try (BufferedReader lines = lines(open("live-3"))) {
            nextOrder(lines);
            assertThat(meters.get(WatchOrder.OPEN).gauge().value()).isPositive();
            String line = Objects.requireNonNull(lines.readLine());
            while (!line.equals(":alive")) {
                line = Objects.requireNonNull(lines.readLine());
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> meters.get(WatchOrder.OPEN).gauge().value() == 0);
    }

    @Test
    void endsBeforeTheServerDoes() throws Exception {
        place("live-4");
        try (BufferedReader lines = lines(open("live-4"))) {
            nextOrder(lines);

            ((SmartLifecycle) updates).stop();

            assertThat(lines.lines().toList()).doesNotContain("event:order");
        } finally {
            ((SmartLifecycle) updates).start();
        }
    }

    @Test
    void refusesAnUnknownOrder() throws Exception {
        HttpResponse<InputStream> response = open("nothing");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(new JsonMapper().readTree(response.body()).get("code").asString())
                .isEqualTo("order-unknown");
    }
}
