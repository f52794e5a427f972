package io.jiayou.away;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import io.jiayou.detour.Detour;
import io.jiayou.detour.Detour.Way;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.query.EmbeddedStores;
import io.jiayou.query.QuerySide;
import io.jiayou.testing.Api;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@SpringBootTest(
        classes = {QuerySide.class, EmbeddedStores.class, ReadStoreAwayIT.ByADetour.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=query-side",
            "jiayou.axon-server=false",
            "jiayou.access=open",
            "jiayou.privacy.sealing=off"
        })
@Import(Api.class)
class ReadStoreAwayIT {

    private static final Duration FIRST = Duration.ofMillis(2_500);
    private static final Duration THEN = Duration.ofMillis(100);
    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final Duration RIGHT_AGAIN = Duration.ofSeconds(5);
    private static final String DRIVER = "0197a3c5-0000-7000-8000-00000000e001";

    @TestConfiguration(proxyBeanMethods = false)
    static class ByADetour {

        @Bean
        Detour detour(EmbeddedMongo server) {
            String host = new ConnectionString(server.uri()).getHosts().getFirst();
            return new Detour(Integer.parseInt(host.substring(host.indexOf(':') + 1)));
        }

        @Bean
        @Primary
        MongoConnectionDetails byADetour(EmbeddedMongo server, Detour detour) {
            ConnectionString direct = new ConnectionString(server.uri());
            String around =
                    direct.getConnectionString().replace(direct.getHosts().getFirst(), "127.0.0.1:" + detour.port());
            return () -> new ConnectionString(around);
        }
    }

    @Autowired
    private Api api;

    @Autowired
    private Detour detour;

    @BeforeEach
    void isRight() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> api.plain("/actuator/health/readiness").status() == 200);
    }

    @AfterEach
    void open() {
        detour.becomes(Way.OPEN);
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
    void queriesAreRefusedAtOnceAndProbesAnswer(Way way) throws InterruptedException {
        String id = DRIVER + way.ordinal();
        api.record(id, new DriverRegistered(id, "陈一诺", "+8615400000001", "openid-" + way, "100001", Instant.now()));
        assertThat(api.get("/api/stations?near=31.2,121.4").status()).isEqualTo(200);

        detour.becomes(way);
        refused(FIRST);
        refused(THEN);
        refused(THEN);
        answersWithin(PROBE, "/actuator/health/readiness", 503);
        answersWithin(PROBE, "/actuator/health/liveness", 200);
        answersWithin(PROBE, "/actuator/health", 503);

        detour.becomes(Way.OPEN);
        await().atMost(RIGHT_AGAIN).untilAsserted(() -> {
            assertThat(api.get("/api/stations?near=31.2,121.4").status()).isEqualTo(200);
            assertThat(api.plain("/actuator/health/readiness").status()).isEqualTo(200);
        });
    }

    private void refused(Duration within) {
        Api.Answer answer = answersWithin(within, "/api/stations?near=31.2,121.4", 503);
        assertThat(answer.body().path("code").asString()).isEqualTo("unavailable");
        assertThat(answer.response().headers().firstValue("Retry-After")).isPresent();
    }

    private Api.Answer answersWithin(Duration time, String path, int status) {
        long asked = System.nanoTime();
        Api.Answer answer = api.plain(path);
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(status);
        assertThat(took).as(path).isLessThan(time);
        return answer;
    }
}
