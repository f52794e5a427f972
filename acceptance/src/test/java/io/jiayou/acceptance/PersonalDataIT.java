package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.privacy.PersonKeys;
import io.jiayou.standalone.EmbeddedKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a driver may take away, who is seen reading, and another master key: through the whole system. */
class PersonalDataIT {

    private static final String DRIVER = "0197a3c5-0000-7000-8000-0000000000a1";
    private static final String PROFILE = "/api/drivers/" + DRIVER;

    @Test
    void isTakenAwayWithItsReadersAlsoUnderAnotherMasterKey(@TempDir Path directory) throws Exception {
        List<String> before;
        try (Guarded system = Guarded.start(directory, "required")) {
            String agent = system.token("agent", null, null);
            system.accepted(
                    agent, "POST", "/api/drivers", Map.of("driverId", DRIVER, "name", "王小明", "phone", "13800138000"));
            awaitName(system, agent);
            JsonNode export = exported(system, 1);

            assertThat(export.at("/profile/name").asString("")).isEqualTo("王小明");
            assertThat(export.path("events").toString()).contains("+8613800138000");
            assertThat(export.path("readBy")).singleElement().satisfies(read -> assertThat(
                            read.path("role").asString(""))
                    .isEqualTo("agent"));
            assertThat(system.send(agent, "GET", PROFILE + "/export", null).status())
                    .isEqualTo(403);
            countsNoReadingOfOnesOwn(system);
            Jiayou early = Jiayou.run(
                    "keys", "rotate", "--data", directory.resolve("data").toString());
            assertThat(early.status()).isNotZero();
            assertThat(early.output()).contains("the system runs");
        }
        before = wrappedKeys(directory);

        Jiayou rotated =
                Jiayou.run("keys", "rotate", "--data", directory.resolve("data").toString());

        assertThat(rotated.status()).as(rotated.output()).isZero();
        assertThat(wrappedKeys(directory)).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
        try (Guarded system = Guarded.start(directory, "required")) {
            awaitName(system, system.token("agent", null, null));
        }
    }

    private static void countsNoReadingOfOnesOwn(Guarded system) throws IOException, InterruptedException {
        String driver = system.token("driver", DRIVER, null);
        assertThat(system.accepted(driver, "GET", PROFILE, null).path("name").asString(""))
                .isEqualTo("王小明");

        assertThat(exported(system, 1).path("readBy"))
                .singleElement()
                .satisfies(read -> assertThat(read.path("role").asString("")).isEqualTo("agent"));
    }

    /** As the driver gets it, once the readers are kept: that is done every second. */
    private static JsonNode exported(Guarded system, int readers) throws IOException, InterruptedException {
        String driver = system.token("driver", DRIVER, null);
        JsonNode export = system.accepted(driver, "GET", PROFILE + "/export", null);
        // few times: exports have a rate
        for (int n = 0; n < 5 && export.path("readBy").size() < readers; n++) {
            Thread.sleep(1_500);
            export = system.accepted(driver, "GET", PROFILE + "/export", null);
        }
        return export;
    }

    private static void awaitName(Guarded system, String token) throws IOException, InterruptedException {
        String name = "";
        for (int n = 0; n < 100 && name.isEmpty(); n++) {
            Thread.sleep(50);
            Guarded.Answer answer = system.send(token, "GET", PROFILE, null);
            name = answer.status() == 200 ? answer.json().path("name").asString("") : "";
        }
        assertThat(name).isEqualTo("王小明");
    }

    private static List<String> wrappedKeys(Path directory) {
        try (EmbeddedKeys keys = EmbeddedKeys.open(directory.resolve("data"))) {
            return PersonKeys.withoutMasterKey(keys).lines();
        }
    }
}
