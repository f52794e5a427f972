package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nobody becomes a driver by an identifier that this person hasn't shown, and nobody else can arrange that. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvedIdentifiersIT {

    private static final String CODES = "/api/sessions/phone/codes";

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
    void aDriverTakesNoNumberWithoutItsCode() throws IOException, InterruptedException {
        JsonNode mallory = wechat("stand-in.mallory.1");
        String token = text(mallory, "accessToken");
        String own = "/api/drivers/" + text(mallory, "driverId");

        assertThat(system().send(token, "PUT", own, Map.of("name", "M", "phone", "13900000010"))
                        .code())
                .isEqualTo("invalid-field");
        assertThat(system().send(token, "PUT", own + "/contact", Map.of("phone", "13900000010"))
                        .code())
                .isEqualTo("forbidden");
        ask(token, "13900000011", "CHANGE");
        assertThat(system().send(token, "PUT", own + "/phone", Map.of("phone", "13900000011", "code", "000000"))
                        .code())
                .isEqualTo("invalid-field");

        JsonNode owner = byPhone("13900000010");

        assertThat(text(owner, "driverId")).isNotEqualTo(text(mallory, "driverId"));
    }

    @Test
    void anAgentTakesNobodysNumberAndBecomesNobody() throws IOException, InterruptedException {
        JsonNode victim = byPhone("13900000020");
        String agent = system().token("agent", null, null);
        String path = "/api/drivers/" + text(victim, "driverId");

        assertThat(system().send(agent, "PUT", path + "/contact", Map.of("phone", "13900000021"))
                        .code())
                .isEqualTo("identifier-proved");
        assertThat(system().send(agent, "PUT", path + "/phone", Map.of("phone", "13900000021", "code", "000000"))
                        .code())
                .isEqualTo("forbidden");
        assertThat(text(byPhone("13900000021"), "driverId")).isNotEqualTo(text(victim, "driverId"));
        assertThat(system().accepted(agent, "GET", path, null).path("phone").asString(""))
                .isEqualTo("+8613900000020");
    }

    /** Who is registered by an agent becomes this driver by the first code, and only one person does. */
    @Test
    void theFirstWhoShowsAContactIsTheDriverAndOthersAreNot() throws IOException, InterruptedException {
        String agent = system().token("agent", null, null);
        Map<String, String> registration =
                Map.of("driverId", "registered-1", "name", "李丽", "phone", "13900000030", "openid", "stand-in-eve");
        system().accepted(agent, "POST", "/api/drivers", registration);

        JsonNode byPhone = byPhone("13900000030");
        JsonNode byWechat = wechat("stand-in.eve.1");

        assertThat(text(byPhone, "driverId")).isEqualTo("registered-1");
        assertThat(text(byWechat, "driverId")).isNotEqualTo("registered-1");
    }

    @Test
    void aNumberWinsOverAClaimThatNobodyProved() throws IOException, InterruptedException {
        JsonNode mallory = wechat("stand-in.moriarty.1");
        String agent = system().token("agent", null, null);
        String path = "/api/drivers/" + text(mallory, "driverId");
        system().accepted(agent, "PUT", path + "/contact", Map.of("phone", "13900000040"));

        JsonNode owner = byPhone("13900000040");

        assertThat(text(owner, "driverId")).isNotEqualTo(text(mallory, "driverId"));
        assertThat(system().accepted(agent, "GET", path, null).path("phone").isMissingNode())
                .isTrue();
    }

    @Test
    void aChangeNeedsTheCodeForItEndsTheSessionsAndTellsTheOldNumber() throws IOException, InterruptedException {
        JsonNode before = byPhone("13900000050");
        String token = text(before, "accessToken");
        String path = "/api/drivers/" + text(before, "driverId") + "/phone";
        ask(null, "13900000051", "LOGIN");
        String forLogin = lastCode("51");

        assertThat(system().send(token, "PUT", path, Map.of("phone", "13900000051", "code", forLogin))
                        .code())
                .isEqualTo("invalid-field");

        ask(token, "13900000052", "CHANGE");
        String forChange = lastCode("52");
        assertThat(system().send(null, "POST", "/api/sessions/phone", Map.of("phone", "13900000052", "code", forChange))
                        .code())
                .isEqualTo("login-refused");
        system().accepted(token, "PUT", path, Map.of("phone", "13900000052", "code", forChange));

        assertThat(log()).contains("ends in 50: your account has another number");
        assertThat(system().send(
                                null,
                                "POST",
                                "/api/sessions/refresh",
                                Map.of("refreshToken", text(before, "refreshToken")))
                        .code())
                .isEqualTo("login-refused");
        assertThat(system().accepted(
                                system().token("agent", null, null),
                                "GET",
                                "/api/drivers/" + text(before, "driverId"),
                                null)
                        .path("phone")
                        .asString(""))
                .isEqualTo("+8613900000052");
    }

    /** A stranger who sends wrong codes from elsewhere doesn't keep out whoever waits for the right one. */
    @Test
    void wrongCodesBurnNoCodeForOtherNetworks() throws IOException, InterruptedException {
        ask(null, "13900000070", "LOGIN");
        String code = lastCode("70");
        Map<String, String> wrong = Map.of("phone", "13900000070", "code", code.equals("000000") ? "000001" : "000000");
        Map<String, String> right = Map.of("phone", "13900000070", "code", code);
        Guarded stranger = system().from("127.0.9.1");
        for (int n = 0; n < 6; n++) {
            assertThat(stranger.send(null, "POST", "/api/sessions/phone", wrong).code())
                    .isEqualTo("login-refused");
        }
        assertThat(stranger.send(null, "POST", "/api/sessions/phone", right).code())
                .isEqualTo("login-refused");

        assertThat(text(system().accepted(null, "POST", "/api/sessions/phone", right), "role"))
                .isEqualTo("driver");
    }

    /** Only who holds a number hears whether somebody has it. */
    @Test
    void theAnswerIsTheSameForTakenAndFreeNumbers() throws IOException, InterruptedException {
        byPhone("13900000060");
        JsonNode curious = wechat("stand-in.curious.1");
        String token = text(curious, "accessToken");
        String registered = text(wechat("stand-in.registered.1"), "driverId");
        system().accepted(
                        system().token("agent", null, null),
                        "PUT",
                        "/api/drivers/" + registered + "/contact",
                        Map.of("phone", "13900000063"));
        String path = "/api/drivers/" + text(curious, "driverId") + "/phone";

        for (String phone : List.of("13900000061", "13900000062", "13900000063")) {
            assertThat(system().send(token, "POST", CODES, Map.of("phone", phone, "purpose", "CHANGE"))
                            .status())
                    .isEqualTo(202);
            assertThat(system().send(token, "PUT", path, Map.of("phone", phone, "code", "000000"))
                            .code())
                    .isEqualTo("invalid-field");
        }
        assertThat(system().send(token, "PUT", path, Map.of("phone", "13900000060", "code", "000000"))
                        .code())
                .isEqualTo("invalid-field");
    }

    @Test
    void numbersOfOtherCountriesGetNoCodes() throws IOException, InterruptedException {
        assertThat(system().send(null, "POST", CODES, Map.of("phone", "+4915112345678"))
                        .code())
                .isEqualTo("invalid-field");
    }

    private JsonNode wechat(String code) throws IOException, InterruptedException {
        return system().accepted(null, "POST", "/api/sessions/wechat", Map.of("code", code));
    }

    private JsonNode byPhone(String phone) throws IOException, InterruptedException {
        ask(null, phone, "LOGIN");
        String code = lastCode(phone.substring(phone.length() - 2));
        return system().accepted(null, "POST", "/api/sessions/phone", Map.of("phone", phone, "code", code));
    }

    private void ask(@Nullable String token, String phone, String purpose) throws IOException, InterruptedException {
        assertThat(system().send(token, "POST", CODES, Map.of("phone", phone, "purpose", purpose))
                        .status())
                .isEqualTo(202);
    }

    private String lastCode(String end) throws IOException {
        Matcher sent =
                Pattern.compile("ends in " + end + ": the code is ([0-9]{6})").matcher(log());
        String code = "";
        while (sent.find()) {
            code = sent.group(1);
        }
        assertThat(code).isNotEmpty();
        return code;
    }

    private String log() throws IOException {
        return Files.readString(
                Objects.requireNonNull(system().data().getParent()).resolve("Standalone.log"));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }
}
