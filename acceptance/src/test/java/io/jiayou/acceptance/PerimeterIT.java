package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The border of the whole system, behind a proxy on this machine that says for whom it asks. */
class PerimeterIT {

    private static final String ADDRESSES = "/api/perimeter/addresses";
    private static final String STATIONS = "/api/stations";
    private static final String[] SETTINGS = {
        "--jiayou.perimeter.trusted-proxies=127.0.0.1",
        "--jiayou.perimeter.unlimited=",
        "--jiayou.perimeter.requests-per-actor=25",
        "--jiayou.perimeter.requests-per-machine=60",
        "--jiayou.perimeter.logins-per-address=50"
    };

    @Test
    void keepsOutWhomOperationsListsAlsoAfterARestart(@TempDir Path directory)
            throws IOException, InterruptedException {
        try (Guarded system = Guarded.start(directory, "required", SETTINGS)) {
            String operations = system.token("operations", null, null);
            assertThat(status(system, null, "203.0.113.7")).isEqualTo(200);

            system.accepted(
                    operations,
                    "POST",
                    ADDRESSES,
                    Map.of("range", "203.0.113.77/24", "listing", "DENIED", "reason", "guesses passwords"));
            system.accepted(operations, "POST", ADDRESSES, Map.of("range", "2001:db8::/32", "listing", "DENIED"));

            assertThat(status(system, null, "203.0.113.7")).isEqualTo(403);
            assertThat(status(system, null, "2001:db8::1")).isEqualTo(403);
            assertThat(status(system, null, "198.51.100.7")).isEqualTo(200);
            assertThat(system.accepted(operations, "GET", ADDRESSES, null)
                            .get(0)
                            .path("range")
                            .asString(""))
                    .isEqualTo("203.0.113.0/24");
        }
        try (Guarded system = Guarded.start(directory, "required", SETTINGS)) {
            assertThat(status(system, null, "203.0.113.7")).isEqualTo(403);

            String range = URLEncoder.encode("203.0.113.0/24", StandardCharsets.UTF_8);
            String operations = system.token("operations", null, null);
            system.accepted(operations, "DELETE", ADDRESSES + "?range=" + range, null);

            assertThat(status(system, null, "203.0.113.7")).isEqualTo(200);
            assertThat(status(system, null, "2001:db8::1")).isEqualTo(403);
            assertThat(system.send(operations, "DELETE", ADDRESSES + "?range=" + range, null)
                            .code())
                    .isEqualTo("addresses-not-listed");
        }
    }

    @Test
    void refusesAnEntryThatKeepsOutItsSenderAndAnActorWhoSendsTooMuch(@TempDir Path directory)
            throws IOException, InterruptedException {
        try (Guarded system = Guarded.start(directory, "required", SETTINGS)) {
            String operations = system.token("operations", null, null);
            for (Map<String, String> entry : List.of(
                    Map.of("range", "198.51.100.0/24", "listing", "DENIED"),
                    Map.of("range", "203.0.113.0/24", "listing", "ALLOWED"))) {
                Guarded.Answer refused = system.send(operations, "POST", ADDRESSES, entry, from("198.51.100.7"));

                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.json().path("field").asString("")).isEqualTo("range");
            }
            assertThat(system.send(operations, "POST", ADDRESSES, Map.of("range", "here", "listing", "DENIED"))
                            .status())
                    .isEqualTo(400);

            // the bucket fills while it is emptied: how many more depends on the machine
            assertThat(answered(system, system.token("auditor", null, null))).isBetween(15, 50);
            assertThat(answered(system, program(system, operations))).isGreaterThan(50);
            assertThat(status(system, null, "198.51.100.99")).isEqualTo(200);
        }
    }

    @Test
    void tellsAnActorWhatIsLeft(@TempDir Path directory) throws IOException, InterruptedException {
        try (Guarded system = Guarded.start(directory, "required", SETTINGS)) {
            String operations = system.token("operations", null, null);
            String auditor = system.token("auditor", null, null);

            Guarded.Answer known = system.send(auditor, "GET", STATIONS, null, from("198.51.100.7"));
            Guarded.Answer unknown = system.send(null, "GET", STATIONS, null, from("198.51.100.7"));
            Guarded.Answer program =
                    system.send(program(system, operations), "GET", STATIONS, null, from("198.51.100.7"));
            Guarded.Answer atTheTerminal = system.send(operations, "GET", STATIONS, null);

            assertThat(known.header("RateLimit-Policy")).isEqualTo("\"actor\";q=25;w=60");
            assertThat(known.header("RateLimit")).startsWith("\"actor\";r=2");
            assertThat(program.header("RateLimit-Policy")).isEqualTo("\"actor\";q=60;w=60");
            assertThat(unknown.header("RateLimit-Policy")).isEqualTo("\"address\";q=3000;w=60");
            assertThat(atTheTerminal.header("RateLimit"))
                    .as("no rate holds here")
                    .isEmpty();
        }
    }

    /** How many requests an actor may send at once, each from another address. */
    private static int answered(Guarded system, String token) throws IOException, InterruptedException {
        int answered = 0;
        Guarded.Answer last = system.send(token, "GET", STATIONS, null, from("198.51.100.0"));
        for (; last.status() == 200 && answered < 1_000; answered++) {
            last = system.send(token, "GET", STATIONS, null, from("198.51.100." + answered % 250));
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.code()).isEqualTo("too-many-requests");
        assertThat(last.header("RateLimit")).matches("\"actor\";r=0;t=(5[0-9]|60)");
        return answered;
    }

    private static String program(Guarded system, String operations) throws IOException, InterruptedException {
        Map<String, ?> wanted = Map.of("name", "a dashboard", "scopes", List.of("reading"), "days", 1);
        String key = system.accepted(operations, "POST", "/api/machine-keys", wanted)
                .path("key")
                .asString("");
        return system.accepted(null, "POST", "/api/sessions/machine", Map.of("key", key))
                .path("accessToken")
                .asString("");
    }

    private static int status(Guarded system, @Nullable String token, String address)
            throws IOException, InterruptedException {
        return system.send(token, "GET", STATIONS, null, from(address)).status();
    }

    private static Map<String, String> from(String address) {
        return Map.of("X-Forwarded-For", address);
    }
}
