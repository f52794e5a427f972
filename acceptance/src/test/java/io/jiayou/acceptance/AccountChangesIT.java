package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jiayou.identity.accounts.TimeCodes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What changes about an account, and who can bring it about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountChangesIT {

    private static final String PASSWORD = "red tractors at midnight";
    private static final String ELSEWHERE = "127.0.7.1";

    private @Nullable Guarded started;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException, InterruptedException {
        started = Guarded.start(directory, "required");
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (started != null) {
            started.close();
        }
    }

    private Guarded system() {
        return Objects.requireNonNull(started);
    }

    /** Somebody with a password of their own, and the secret of a second factor. */
    private record Person(String accountId, String name, String secret, List<String> spares) {}

    private Person person(String name, String role) throws IOException, InterruptedException {
        JsonNode handover = system().accepted(
                        system().token("operations", null, null),
                        "POST",
                        "/api/accounts",
                        Map.of("name", name, "role", role));
        String oneTime = text(handover, "oneTimePassword");
        JsonNode newcomer = granted(login(system(), name, oneTime, null));
        Map<String, String> passwords = Map.of("password", oneTime, "newPassword", PASSWORD);
        system().accepted(text(newcomer, "accessToken"), "PUT", "/api/password", passwords);
        JsonNode second = granted(login(system(), name, PASSWORD, null));
        String token = text(second, "accessToken");
        String secret = text(system().accepted(token, "POST", "/api/second-factor", Map.of()), "secret");
        JsonNode recovery = system().accepted(token, "POST", "/api/second-factor/confirmation", code(secret, 0));
        List<String> spares = recovery.path("recoveryCodes")
                .valueStream()
                .map(it -> it.asString(""))
                .toList();
        return new Person(text(handover, "accountId"), name, secret, spares);
    }

    private static Map<String, String> code(String secret, int seconds) {
        return Map.of("code", TimeCodes.code(secret, Instant.now().plusSeconds(seconds)));
    }

    private static Guarded.Answer login(Guarded from, String name, String password, @Nullable String code)
            throws IOException, InterruptedException {
        Map<String, String> shown = new HashMap<>(Map.of("name", name, "password", password));
        if (code != null) {
            shown.put("code", code);
        }
        return from.send(null, "POST", "/api/sessions/staff", shown);
    }

    private static JsonNode granted(Guarded.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private String history(String accountId) throws IOException, InterruptedException {
        String auditor = system().token("auditor", null, null);
        return system().send(auditor, "GET", "/api/history?aggregate=" + accountId, null)
                .text();
    }

    @Test
    void failuresLockTheirOwnNetworkOnly() throws IOException, InterruptedException {
        Person person = person("wang.wu", "auditor");
        Guarded stranger = system().from(ELSEWHERE);
        for (int n = 0; n < 5; n++) {
            assertThat(login(stranger, "wang.wu", "not the password", null).code())
                    .isEqualTo("login-refused");
        }
        String next = TimeCodes.code(person.secret(), Instant.now().plusSeconds(30));

        assertThat(login(stranger, "wang.wu", PASSWORD, next).code())
                .as("where it's locked")
                .isEqualTo("login-refused");
        assertThat(text(granted(login(system(), "wang.wu", PASSWORD, next)), "role"))
                .isEqualTo("auditor");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(history(person.accountId()))
                .contains("identity.account-locked")
                .contains("identity.login-refused")
                .doesNotContain("not the password"));
    }

    @Test
    void aTokenAloneReplacesNoSecondFactor() throws IOException, InterruptedException {
        Person person = person("zhao.liu", "agent");
        JsonNode thief = granted(login(
                system(),
                "zhao.liu",
                PASSWORD,
                TimeCodes.code(person.secret(), Instant.now().plusSeconds(30))));
        String token = text(thief, "accessToken");

        for (Map<String, String> shown : List.of(
                Map.<String, String>of(),
                Map.of("password", PASSWORD),
                Map.of("code", person.spares().getFirst()),
                Map.of("password", "not the password", "code", person.spares().getFirst()))) {
            assertThat(system().send(token, "POST", "/api/second-factor", shown).code())
                    .as("%s", shown.keySet())
                    .isEqualTo("login-refused");
        }
    }

    @Test
    void whoShowsPasswordAndCodeReplacesTheSecondFactorAndEndsAllOtherSessions()
            throws IOException, InterruptedException {
        Person person = person("sun.qi", "agent");
        String next = TimeCodes.code(person.secret(), Instant.now().plusSeconds(30));
        JsonNode other = granted(login(system(), "sun.qi", PASSWORD, next));
        JsonNode own =
                granted(login(system(), "sun.qi", PASSWORD, person.spares().get(0)));
        String token = text(own, "accessToken");

        Map<String, String> shown =
                Map.of("password", PASSWORD, "code", person.spares().get(1));
        String secret = text(system().accepted(token, "POST", "/api/second-factor", shown), "secret");
        system().accepted(token, "POST", "/api/second-factor/confirmation", code(secret, 0));

        assertThat(refresh(other).code()).isEqualTo("login-refused");
        assertThat(refresh(own).status()).isEqualTo(200);
        assertThat(login(system(), "sun.qi", PASSWORD, person.spares().get(2)).code())
                .as("a recovery code of before")
                .isEqualTo("login-refused");
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(history(person.accountId()))
                .contains("identity.second-factor-changed"));
    }

    @Test
    void ofTwoOperatorsWhoDemoteEachOtherOneStays() throws Exception {
        Person one = person("wu.jiu", "operations");
        Person other = person("zheng.shi", "operations");
        String first =
                text(granted(login(system(), "wu.jiu", PASSWORD, one.spares().getFirst())), "accessToken");
        String second = text(
                granted(login(system(), "zheng.shi", PASSWORD, other.spares().getFirst())), "accessToken");
        String operations = system().token("operations", null, null);
        for (JsonNode account : system().accepted(operations, "GET", "/api/accounts", null)) {
            if (text(account, "name").equals("operations")) {
                String path = "/api/accounts/" + text(account, "accountId") + "/closure";
                system().accepted(operations, "POST", path, Map.of());
            }
        }

        Thread here = demotion(first, other);
        Thread there = demotion(second, one);
        here.join();
        there.join();

        long left = Stream.of(system().accepted(operations, "GET", "/api/accounts", null))
                .flatMap(all -> all.valueStream())
                .filter(it -> text(it, "role").equals("operations"))
                .filter(it -> !it.path("closed").asBoolean(true))
                .count();
        assertThat(left).isEqualTo(1);
    }

    private Thread demotion(String token, Person whom) {
        return Thread.ofVirtual().start(() -> {
            try {
                String path = "/api/accounts/" + whom.accountId() + "/role";
                system().send(token, "PUT", path, Map.of("role", "agent"));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Guarded.Answer refresh(JsonNode granted) throws IOException, InterruptedException {
        Map<String, String> request = Map.of("refreshToken", text(granted, "refreshToken"));
        return system().send(null, "POST", "/api/sessions/refresh", request);
    }
}
