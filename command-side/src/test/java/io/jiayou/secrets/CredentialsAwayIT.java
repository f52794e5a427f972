package io.jiayou.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import io.jiayou.command.Business;
import io.jiayou.command.CommandSide;
import io.jiayou.command.EmbeddedEvents;
import io.jiayou.detour.Detour;
import io.jiayou.detour.Detour.Way;
import io.jiayou.embedded.documents.EmbeddedMongo;
import io.jiayou.http.Answer;
import io.jiayou.http.Client;
import io.jiayou.ids.Ids;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** The database of credentials and keys of persons is away: who needs none of them notices nothing. */
@SpringBootTest(
        classes = {CommandSide.class, EmbeddedEvents.class, CredentialsAwayIT.ByADetour.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=command-side",
            "jiayou.axon-server=false",
            "jiayou.access=open",
            "jiayou.privacy.keys-linger=1ms",
            "jiayou.master-key=ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=",
            "jiayou.identifier-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="
        })
class CredentialsAwayIT {

    private static final Duration FIRST = Duration.ofMillis(2_500);
    private static final Duration THEN = Duration.ofMillis(500);
    private static final Duration PROBE = Duration.ofSeconds(1);
    private static final Duration RIGHT_AGAIN = Duration.ofSeconds(5);
    private static final String LOGIN = "{\"name\": \"nobody\", \"password\": \"not-a-password\"}";

    @TestConfiguration(proxyBeanMethods = false)
    static class ByADetour {

        @Bean
        EmbeddedMongo secrets() {
            return EmbeddedMongo.start();
        }

        @Bean
        Detour detour(EmbeddedMongo secrets) {
            String host = host(secrets);
            return new Detour(Integer.parseInt(host.substring(host.indexOf(':') + 1)));
        }

        @Bean
        DynamicPropertyRegistrar byADetour(EmbeddedMongo secrets, Detour detour) {
            return registry -> registry.add("JIAYOU_IDENTITY_MONGODB_URI", () -> secrets.uri("identity")
                    .replace(host(secrets), "127.0.0.1:" + detour.port()));
        }

        private static String host(EmbeddedMongo secrets) {
            return new ConnectionString(secrets.uri()).getHosts().getFirst();
        }
    }

    private final Client client;
    private final Business business;
    private final Detour detour;

    CredentialsAwayIT(@LocalServerPort int port, @Autowired Detour detour) {
        this.client = new Client(port);
        this.business = new Business(client);
        this.detour = detour;
    }

    @BeforeEach
    void isRight() {
        await().atMost(Duration.ofSeconds(60)).until(this::knowsThatNobodyHasThisName);
    }

    private boolean knowsThatNobodyHasThisName() {
        return client.post("/api/sessions/staff", LOGIN).status() == 401;
    }

    @AfterEach
    void open() {
        detour.becomes(Way.OPEN);
    }

    @ParameterizedTest
    @EnumSource(value = Way.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
    void whoNeedsThemIsRefusedAndNobodyElse(Way way) throws InterruptedException {
        String driver = business.driver();
        String station = business.station();
        String order = Ids.timeOrdered();
        String withAPlate = Business.orderJson(order, driver, station)
                .replace("\"pump\": 3", "\"plate\": \"沪AD12345\", \"pump\": 3");
        Business.accepted(client.post("/api/orders", withAPlate));

        detour.becomes(way);
        within(FIRST, () -> client.post("/api/sessions/staff", LOGIN)).isProblem(503, "unavailable");
        within(THEN, () -> client.post("/api/sessions/staff", LOGIN)).isProblem(503, "unavailable");
        Business.accepted(within(
                FIRST, () -> client.post("/api/orders", Business.orderJson(Ids.timeOrdered(), driver, station))));
        Business.accepted(within(
                FIRST, () -> client.post("/api/orders/" + order + "/payment", Business.paymentJson("t-" + order))));
        Business.accepted(within(FIRST, () -> client.post("/api/orders", withAPlate)));
        for (String probe : List.of("liveness", "readiness")) {
            assertThat(within(PROBE, () -> client.get("/actuator/health/" + probe))
                            .status())
                    .isEqualTo(200);
        }

        detour.becomes(Way.OPEN);
        await().atMost(RIGHT_AGAIN).until(this::knowsThatNobodyHasThisName);
        assertThat(business.driver()).isNotEmpty();
    }

    private static Answer within(Duration time, Supplier<Answer> ask) {
        long asked = System.nanoTime();
        Answer answer = ask.get();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(time);
        return answer;
    }
}
