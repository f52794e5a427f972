package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.identity.accounts.TimeCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Logging in, going on and out again, in a process that asks everybody for a token. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginIT {

    private static final int AT_ONCE = 60;
    private static final String PASSWORD = "blue lorries at noon";

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

    @Test
    void asksForATokenAndBelievesNotEveryOne() throws IOException, InterruptedException {
        Guarded.Answer without = system().send(null, "GET", "/api/orders?driver=d", null);
        Guarded.Answer nonsense = system().send("nonsense", "GET", "/api/orders?driver=d", null);

        assertThat(without.status()).isEqualTo(401);
        assertThat(without.code()).isEqualTo("unauthenticated");
        assertThat(nonsense.status()).isEqualTo(401);
        assertThat(nonsense.header("WWW-Authenticate")).contains("invalid_token");
        assertThat(system().send(null, "GET", "/api/stations", null).status()).isEqualTo(200);
    }

    /** A client that sends its expired token with everything still gets the next one. */
    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "not a token", "eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl"})
    void passesOverATokenThatCannotBeBelievedWhereEverybodyMay(String token) throws IOException, InterruptedException {
        JsonNode granted = wechat("stand-in.gerda." + token.length());
        Map<String, String> refresh = Map.of("refreshToken", text(granted, "refreshToken"));

        assertThat(system().send(token, "POST", "/api/sessions/refresh", refresh)
                        .status())
                .isEqualTo(200);
        for (String path : List.of("/api/stations", "/audit/log/checkpoint", "/v3/api-docs", "/actuator/health")) {
            assertThat(system().send(token, "GET", path, null).status())
                    .as(path)
                    .isEqualTo(200);
        }
        Map<String, String> change = Map.of("phone", "13800138000", "purpose", "CHANGE");
        assertThat(system().send(token, "POST", "/api/sessions/phone/codes", change)
                        .code())
                .as("what only a driver may ask of an endpoint for everybody")
                .isEqualTo("unauthenticated");
    }

    @Test
    void logsADriverInByWechatAsOnePersonAndTakesNoCodeTwice() throws IOException, InterruptedException {
        JsonNode first = wechat("stand-in.ann.1");
        JsonNode second = wechat("stand-in.ann.2");

        assertThat(first.path("driverId").asString(""))
                .isEqualTo(second.path("driverId").asString("?"));
        assertThat(first.path("role").asString("")).isEqualTo("driver");
        assertThat(system().send(null, "POST", "/api/sessions/wechat", Map.of("code", "stand-in.ann.1"))
                        .code())
                .isEqualTo("login-refused");
        assertThat(system().send(null, "POST", "/api/sessions/wechat", Map.of("code", "made-up"))
                        .code())
                .isEqualTo("login-refused");
    }

    @Test
    void showsADriverTheirOwnProfileOnly() throws IOException, InterruptedException {
        JsonNode ann = wechat("stand-in.berta.1");
        JsonNode other = wechat("stand-in.carl.1");
        String token = text(ann, "accessToken");

        String path = "/api/drivers/" + text(ann, "driverId") + "/vehicles";
        long version = system().accepted(token, "POST", path, Map.of("plate", "沪A20001"))
                .path("version")
                .asLong(-1);

        assertThat(system().send(token, "GET", "/api/drivers/" + text(ann, "driverId") + "?version=" + version, null)
                        .status())
                .isEqualTo(200);
        assertThat(system().send(token, "GET", "/api/drivers/" + text(other, "driverId"), null)
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void saysInTheEventWhoDidItInWhichSession() throws IOException, InterruptedException {
        JsonNode driver = wechat("stand-in.dora.1");
        String id = text(driver, "driverId");
        system().accepted(
                        text(driver, "accessToken"),
                        "POST",
                        "/api/drivers/" + id + "/vehicles",
                        Map.of("plate", "沪A20002"));

        String auditor = system().token("auditor", null, null);
        String history = system().send(auditor, "GET", "/api/history?aggregate=" + id, null)
                .text();

        assertThat(history)
                .contains("\"actor\":\"" + id + "\"")
                .contains("\"role\":\"driver\"")
                .contains("\"session\":\"" + text(driver, "sessionId") + "\"");
    }

    @Test
    void logsInByAPhoneWithTheCodeThatWasSent() throws IOException, InterruptedException {
        Map<String, String> phone = Map.of("phone", "13912345678");
        assertThat(system().send(null, "POST", "/api/sessions/phone/codes", phone)
                        .status())
                .isEqualTo(202);
        assertThat(system().send(null, "POST", "/api/sessions/phone/codes", phone)
                        .code())
                .isEqualTo("too-many-attempts");
        String log = Files.readString(
                Objects.requireNonNull(system().data().getParent()).resolve("Standalone.log"));
        String code = log.replaceAll("(?s).*ends in 78: the code is ([0-9]{6}).*", "$1");

        String wrong = code.equals("000000") ? "000001" : "000000";
        assertThat(system().send(null, "POST", "/api/sessions/phone", Map.of("phone", "13912345678", "code", wrong))
                        .code())
                .isEqualTo("login-refused");
        JsonNode granted =
                system().accepted(null, "POST", "/api/sessions/phone", Map.of("phone", "13912345678", "code", code));

        assertThat(text(granted, "role")).isEqualTo("driver");
        assertThat(log).doesNotContain("13912345678");
        assertThat(system().send(null, "POST", "/api/sessions/phone", Map.of("phone", "13912345678", "code", code))
                        .code())
                .isEqualTo("login-refused");
    }

    @Test
    void bringsAPersonOfStaffFromOneTimePasswordToRole() throws IOException, InterruptedException {
        String operations = system().token("operations", null, null);
        JsonNode handover =
                system().accepted(operations, "POST", "/api/accounts", Map.of("name", "li.na", "role", "agent"));

        JsonNode newcomer = staff("li.na", text(handover, "oneTimePassword"), null);
        assertThat(text(newcomer, "next")).isEqualTo("change-password");
        assertThat(system().send(text(newcomer, "accessToken"), "GET", "/api/feedback", null)
                        .status())
                .isEqualTo(403);
        changePassword(newcomer, text(handover, "oneTimePassword"));

        JsonNode second = staff("li.na", PASSWORD, null);
        assertThat(text(second, "next")).isEqualTo("enrol-second-factor");
        JsonNode offer = system().accepted(text(second, "accessToken"), "POST", "/api/second-factor", Map.of());
        String secret = text(offer, "secret");
        JsonNode recovery = system().accepted(
                        text(second, "accessToken"),
                        "POST",
                        "/api/second-factor/confirmation",
                        Map.of("code", TimeCodes.code(secret, Instant.now())));
        assertThat(recovery.path("recoveryCodes").size()).isEqualTo(10);
        assertThat(text(recovery, "next")).isEqualTo("log-in");
        JsonNode still = system().accepted(
                        null, "POST", "/api/sessions/refresh", Map.of("refreshToken", text(second, "refreshToken")));
        assertThat(text(still, "role")).isEqualTo("newcomer");
        assertThat(text(still, "next")).isEqualTo("log-in");

        String next = TimeCodes.code(secret, Instant.now().plusSeconds(30));
        assertThat(refusedStaff("li.na", PASSWORD, null)).isEqualTo("login-refused");
        JsonNode agent = staff("li.na", PASSWORD, next);
        assertThat(text(agent, "role")).isEqualTo("agent");
        assertThat(system().send(text(agent, "accessToken"), "GET", "/api/feedback", null)
                        .status())
                .isEqualTo(200);
        assertThat(refusedStaff("li.na", PASSWORD, next))
                .as("the same code again")
                .isEqualTo("login-refused");
        String spare = recovery.path("recoveryCodes").get(0).asString("");
        assertThat(text(staff("li.na", PASSWORD, spare), "role")).isEqualTo("agent");
        assertThat(refusedStaff("li.na", PASSWORD, spare)).isEqualTo("login-refused");
    }

    @Test
    void letsOneOfManyAtOnceRefreshAndThenEndsTheSession() throws Exception {
        JsonNode granted = wechat("stand-in.emil.1");
        Map<String, String> request = Map.of("refreshToken", text(granted, "refreshToken"));
        List<JsonNode> successes = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Guarded.Answer>> all = new ArrayList<>();
            for (int n = 0; n < AT_ONCE; n++) {
                all.add(workers.submit(() -> system().send(null, "POST", "/api/sessions/refresh", request)));
            }
            for (Future<Guarded.Answer> each : all) {
                if (answer(each).status() == 200) {
                    successes.add(answer(each).json());
                }
            }
        }

        assertThat(successes).hasSize(1);
        Map<String, String> newest = Map.of("refreshToken", text(successes.getFirst(), "refreshToken"));
        assertThat(system().send(null, "POST", "/api/sessions/refresh", newest).code())
                .isEqualTo("login-refused");
    }

    @Test
    void goesOnByRefreshTokensAndEndsAtLogout() throws IOException, InterruptedException {
        JsonNode first = wechat("stand-in.fritz.1");
        JsonNode second = wechat("stand-in.fritz.2");
        JsonNode renewed = system().accepted(
                        null, "POST", "/api/sessions/refresh", Map.of("refreshToken", text(first, "refreshToken")));
        String token = text(renewed, "accessToken");

        Set<String> sessions = new HashSet<>();
        system().accepted(token, "GET", "/api/sessions", null).forEach(it -> sessions.add(text(it, "sessionId")));
        assertThat(sessions).containsExactlyInAnyOrder(text(first, "sessionId"), text(second, "sessionId"));
        system().accepted(token, "DELETE", "/api/sessions/" + text(second, "sessionId"), Map.of());
        system().accepted(token, "DELETE", "/api/sessions/current", Map.of());

        for (JsonNode ended : List.of(renewed, second)) {
            Map<String, String> request = Map.of("refreshToken", text(ended, "refreshToken"));
            assertThat(system().send(null, "POST", "/api/sessions/refresh", request)
                            .code())
                    .isEqualTo("login-refused");
        }
    }

    @Test
    void takesAStatementOfTheTerminalOnce() throws IOException, InterruptedException {
        Map<String, String> request = Map.of("assertion", system().assertion("operations", null, null));

        assertThat(system().send(null, "POST", "/api/sessions/terminal", request)
                        .status())
                .isEqualTo(200);
        assertThat(system().send(null, "POST", "/api/sessions/terminal", request)
                        .code())
                .isEqualTo("login-refused");
    }

    /** As whoever starts it for real, and has named neither a mini-program nor somebody who sends codes. */
    @Test
    void logsNoDriverInWhereNothingStandsInForWechatAndTextMessages(@TempDir Path directory)
            throws IOException, InterruptedException {
        try (Guarded real = Guarded.start(directory, "required", "--jiayou.stand-ins=false")) {
            for (String path : List.of("/api/sessions/wechat", "/api/sessions/phone/codes")) {
                Map<String, String> request =
                        path.endsWith("wechat") ? Map.of("code", "stand-in.ann.1") : Map.of("phone", "13900000001");
                Guarded.Answer answer = real.send(null, "POST", path, request);
                assertThat(answer.status()).as(path).isEqualTo(503);
                assertThat(answer.code()).isEqualTo("unavailable");
            }
        }
    }

    @Test
    void takesNoRevokedKey() throws IOException, InterruptedException {
        String operations = system().token("operations", null, null);
        JsonNode issued = system().accepted(
                        operations,
                        "POST",
                        "/api/machine-keys",
                        Map.of("name", "feed", "scopes", List.of("prices"), "days", 1));
        Map<String, String> login = Map.of("key", text(issued, "key"));
        system().accepted(null, "POST", "/api/sessions/machine", login);

        system().accepted(operations, "DELETE", "/api/machine-keys/" + text(issued, "keyId"), Map.of());

        assertThat(system().send(null, "POST", "/api/sessions/machine", login).code())
                .isEqualTo("login-refused");
    }

    private void changePassword(JsonNode newcomer, String old) throws IOException, InterruptedException {
        String token = text(newcomer, "accessToken");
        assertThat(system().send(token, "PUT", "/api/password", Map.of("password", old, "newPassword", "password1234"))
                        .code())
                .isEqualTo("invalid-field");
        system().accepted(token, "PUT", "/api/password", Map.of("password", old, "newPassword", PASSWORD));
    }

    private JsonNode wechat(String code) throws IOException, InterruptedException {
        return system().accepted(null, "POST", "/api/sessions/wechat", Map.of("code", code));
    }

    private JsonNode staff(String name, String password, @Nullable String code)
            throws IOException, InterruptedException {
        return system().accepted(null, "POST", "/api/sessions/staff", login(name, password, code));
    }

    private String refusedStaff(String name, String password, @Nullable String code)
            throws IOException, InterruptedException {
        return system().send(null, "POST", "/api/sessions/staff", login(name, password, code))
                .code();
    }

    private static Map<String, String> login(String name, String password, @Nullable String code) {
        return code == null
                ? Map.of("name", name, "password", password)
                : Map.of("name", name, "password", password, "code", code);
    }

    private static Guarded.Answer answer(Future<Guarded.Answer> each) throws ExecutionException, InterruptedException {
        return each.get();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
