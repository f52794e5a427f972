package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.identity.accounts.TimeCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A data directory and an archive of the version before go on with this one: people, ids, imports, the audit log. */
class FromTheVersionBeforeIT {

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    @TempDir
    private Path directory;

    @Test
    void goesOnWithTheDataDirectory() throws Exception {
        VersionBefore before = VersionBefore.unpacked(directory);
        try (Guarded system = Guarded.start(directory, "required").known()) {
            isItsOwnersAlone(before.data());
            knowsItsPeople(system);
            findsItsOwnImports(before);
            theLogContinues(before, system.address());
        }
    }

    @Test
    void restoresTheArchive() throws Exception {
        Path elsewhere = Files.createDirectory(directory.resolve("before"));
        VersionBefore before = VersionBefore.unpacked(elsewhere);
        Path data = directory.resolve("data");
        JsonNode restored = Jiayou.succeeds(
                "restore",
                "--from",
                before.archive().toString(),
                "--identity",
                before.files().resolve("recovery-kit.txt").toString(),
                "--into",
                data.toString());
        assertThat(restored.path("events").asLong()).isGreaterThan(2_000);
        Files.createDirectories(data.resolve("keys"));
        Files.createDirectories(data.resolve("audit"));
        for (String key : List.of("identifier.key", "keys/master.key", "audit/log.key")) {
            Files.copy(before.data().resolve(key), data.resolve(key));
        }

        try (Guarded system = Guarded.start(directory, "required").known()) {
            isItsOwnersAlone(data);
            knowsItsPeople(system);
            VersionBefore there = new VersionBefore(data, before.archive(), before.files());
            findsItsOwnImports(there);
            theLogContinues(there, system.address());
        }
    }

    private static void isItsOwnersAlone(Path data) throws IOException {
        assertThat(Files.getPosixFilePermissions(data)).doesNotContainAnyElementsOf(OTHERS);
        try (Stream<Path> before = Stream.of("identity", "keys", "identifier.key", "audit/log.key")
                .map(data::resolve)
                .filter(Files::exists)) {
            for (Path path : (Iterable<Path>) before::iterator) {
                assertThat(Files.getPosixFilePermissions(path))
                        .as(path.toString())
                        .doesNotContainAnyElementsOf(OTHERS);
            }
        }
    }

    /** Ids that are derived are the same, and what was sealed opens. */
    private void knowsItsPeople(Guarded system) throws IOException, InterruptedException {
        JsonNode made = VersionBefore.made();
        JsonNode wechat = system.accepted(
                null,
                "POST",
                "/api/sessions/wechat",
                Map.of("code", "stand-in." + made.at("/wechat/person").asString("") + ".9"));
        assertThat(wechat.path("driverId")).isEqualTo(made.at("/wechat/driverId"));
        assertThat(byPhone(system, made.at("/phone/phone").asString("")).path("driverId"))
                .isEqualTo(made.at("/phone/driverId"));

        JsonNode staff = made.path("staff");
        JsonNode agent = system.accepted(
                null,
                "POST",
                "/api/sessions/staff",
                Map.of(
                        "name",
                        staff.path("name").asString(""),
                        "password",
                        staff.path("password").asString(""),
                        "code",
                        TimeCodes.code(staff.path("secret").asString(""), Instant.now())));
        assertThat(agent.path("role").asString("")).isEqualTo("agent");
        Guarded.Answer feedback = system.send(
                agent.path("accessToken").asString(""),
                "GET",
                "/api/feedback/" + made.at("/feedback/feedbackId").asString(""),
                null);
        assertThat(feedback.json().path("text")).isEqualTo(made.at("/feedback/text"));
        assertThat(system.send(system.token("operations", null, null), "GET", "/api/accounts", null)
                        .text())
                .contains(made.path("account").asString("?"));
    }

    private JsonNode byPhone(Guarded system, String phone) throws IOException, InterruptedException {
        assertThat(system.send(null, "POST", "/api/sessions/phone/codes", Map.of("phone", phone))
                        .status())
                .isEqualTo(202);
        String sent = "(?s).*ends in " + phone.substring(phone.length() - 2) + ": the code is ([0-9]{6}).*";
        String log = "";
        for (int looks = 0; looks < 100 && !log.matches(sent); looks++) {
            Thread.sleep(50);
            log = Files.readString(directory.resolve("Standalone.log"));
        }
        return system.accepted(
                null, "POST", "/api/sessions/phone", Map.of("phone", phone, "code", log.replaceAll(sent, "$1")));
    }

    private static void findsItsOwnImports(VersionBefore before) throws IOException, InterruptedException {
        String data = before.data().toString();
        JsonNode stations = Jiayou.succeeds(
                "import", "stations", before.files().resolve("stations.geojson").toString(), "--data", data);
        JsonNode cards = Jiayou.succeeds(
                "import",
                "transactions",
                before.files().resolve("cards").toString(),
                "--zone",
                "Asia/Shanghai",
                "--data",
                data);

        assertThat(stations.path("alreadyThere").asInt()).isEqualTo(2);
        assertThat(cards.path("alreadyThere").asInt()).isEqualTo(3);
        assertThat(stations.path("accepted").asInt() + cards.path("accepted").asInt())
                .isZero();
    }

    private static void theLogContinues(VersionBefore before, String address) throws IOException, InterruptedException {
        Jiayou verified = Jiayou.run(
                "audit",
                "verify",
                address + "/audit/log",
                "--key",
                before.data().resolve("audit/log.vkey").toString(),
                "--checkpoint",
                before.files().resolve("checkpoint").toString(),
                "--data",
                before.data().toString());

        assertThat(verified.status()).as(verified.output()).isZero();
    }
}
