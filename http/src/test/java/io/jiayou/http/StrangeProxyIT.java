package io.jiayou.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A proxy on this machine that nobody configured, beside tests that a setting lets send without a limit. */
@SpringBootTest(
        classes = TriedApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "jiayou.access=open",
            "jiayou.perimeter.unlimited=127.0.0.0/8",
            "jiayou.perimeter.requests-per-address=20"
        })
class StrangeProxyIT {

    private static final String ASKED = "/things?first=1";

    private final Client client;

    StrangeProxyIT(@LocalServerPort int port) {
        client = new Client(port);
    }

    @Test
    void whomASettingNamesHasNoLimit() {
        for (int n = 0; n < 100; n++) {
            assertThat(client.get(ASKED).status()).isEqualTo(200);
        }
    }

    @Test
    void whoComesThroughAProxyIsLimitedWhateverTheProxySays() {
        for (int n = 0; n < 20; n++) {
            assertThat(through("127.0.0." + n).get(ASKED).status()).isEqualTo(200);
        }

        through("198.51.100.1").get(ASKED).isProblem(429, "too-many-requests");
        through("127.0.0.1").get(ASKED).isProblem(429, "too-many-requests");
    }

    private Client through(String forwardedFor) {
        return client.with("X-Forwarded-For", forwardedFor);
    }
}
