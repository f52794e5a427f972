package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.identity.accounts.TimeCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who takes part in the journey. Each logs in as people and programs do; nobody comes by the terminal's key. */
final class Cast {

    private static final String PASSWORD = "green tractors at dawn";
    private static final Pattern SENT = Pattern.compile("ends in ([0-9]{2}): the code is ([0-9]{6})");

    private final Api nobody;
    private final Path log;
    private final Map<String, Login> staff = new HashMap<>();

    /**
     * Logs in as the first account, whose one-time password an installation finds in a file.
     *
     * @param firstLogin that file
     * @param log of the command side, where codes for phones are written instead of being sent
     */
    Cast(Api nobody, Path firstLogin, Path log) throws IOException, InterruptedException {
        this.nobody = nobody;
        this.log = log;
        staff.put(
                "operations",
                enrolled("operations", Files.readString(firstLogin).strip()));
    }

    private Cast(Api nobody, Cast other) {
        this.nobody = nobody;
        this.log = other.log;
        other.staff.forEach((role, login) -> staff.put(role, login.at(nobody)));
    }

    /** The same people, at another address of the same system. */
    Cast at(Api other) {
        return new Cast(other, this);
    }

    Api nobody() {
        return nobody;
    }

    Api operations() {
        return nobody.as(Objects.requireNonNull(staff.get("operations")));
    }

    /** Somebody with a role, whose account operations creates the first time. */
    Api staff(String role, @Nullable String station) throws IOException, InterruptedException {
        return nobody.as(login(role, station));
    }

    /** An auditor's token, for programs. */
    String auditorsToken() throws IOException, InterruptedException {
        return login("auditor", null).token();
    }

    private Login login(String role, @Nullable String station) throws IOException, InterruptedException {
        Login known = staff.get(role);
        if (known == null) {
            Map<String, String> account = new HashMap<>(Map.of("name", "the." + role, "role", role));
            if (station != null) {
                account.put("stationId", station);
            }
            String oneTime = operations()
                    .answered("POST", "/api/accounts", account)
                    .path("oneTimePassword")
                    .asString("");
            known = enrolled("the." + role, oneTime);
            staff.put(role, known);
        }
        return known;
    }

    /** A program with one scope. */
    Api program(String scope) throws IOException, InterruptedException {
        return nobody.as(Login.ofProgram(nobody, key(scope)));
    }

    /** A new key for a program. */
    String key(String scope) throws IOException, InterruptedException {
        Map<String, ?> wanted = Map.of("name", scope, "scopes", List.of(scope), "days", 1);
        return operations()
                .answered("POST", "/api/machine-keys", wanted)
                .path("key")
                .asString("");
    }

    /** Who has a phone, by the code that is sent to it. */
    Login driver(String phone) throws IOException, InterruptedException {
        nobody.answered("POST", "/api/sessions/phone/codes", Map.of("phone", phone));
        Matcher sent = SENT.matcher(Files.readString(log));
        String code = "";
        while (sent.find()) {
            code = phone.endsWith(sent.group(1)) ? sent.group(2) : code;
        }
        assertThat(code).as("the code for %s", phone).isNotEmpty();
        return Login.by(nobody, "phone", Map.of("phone", phone, "code", code));
    }

    /** From the one-time password to the role: a password of one's own, then an authenticator app where it is asked for. */
    private Login enrolled(String name, String oneTime) throws IOException, InterruptedException {
        Login newcomer = Login.by(nobody, "staff", Map.of("name", name, "password", oneTime));
        nobody.as(newcomer).answered("PUT", "/api/password", Map.of("password", oneTime, "newPassword", PASSWORD));
        Login second = Login.by(nobody, "staff", Map.of("name", name, "password", PASSWORD));
        if (!second.told("next").equals("enrol-second-factor")) {
            return second;
        }
        Api enrolling = nobody.as(second);
        String secret = enrolling
                .answered("POST", "/api/second-factor", Map.of())
                .path("secret")
                .asString("");
        Instant now = Instant.now();
        enrolling.answered("POST", "/api/second-factor/confirmation", Map.of("code", TimeCodes.code(secret, now)));
        String next = TimeCodes.code(secret, now.plusSeconds(30));
        return Login.by(nobody, "staff", Map.of("name", name, "password", PASSWORD, "code", next));
    }
}
