package io.jiayou.trials.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.privacy.PersonKeys;
import io.jiayou.standalone.EmbeddedKeys;
import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Scripts;
import io.jiayou.trials.server.Server;
import io.jiayou.trials.server.Step;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash left of an erasure, or a restore brought back, is carried through at the next start. */
class UnfinishedErasureIT {

    private final Person person = Person.any(new SplittableRandom());

    @Test
    void isCarriedThroughAtTheNextStart(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("data");
        try (Server server = Server.start(data)) {
            server.awaitReady();
            List<Step> opening = new Scripts().opening();
            for (Step step : opening) {
                Person.send(
                        server.client(), step.method(), step.path(), Map.copyOf(Objects.requireNonNull(step.body())));
            }
            person.appear(server.client(), opening.getFirst().resource().substring("/api/stations/".length()));
            server.kill();
        }
        try (EmbeddedKeys store = EmbeddedKeys.open(data)) {
            PersonKeys keys = PersonKeys.withoutMasterKey(store);
            keys.begin(person.driver(), Instant.parse("2026-11-23T00:00:00Z"), List::of);
            assertThat(keys.lines()).anyMatch(line -> line.startsWith(person.driver()));
        }

        try (Server server = Server.start(data)) {
            server.awaitReady();
            awaitErased(server.client());
            server.stop();
        }

        try (EmbeddedKeys store = EmbeddedKeys.open(data)) {
            PersonKeys keys = PersonKeys.withoutMasterKey(store);
            assertThat(keys.lines()).noneMatch(line -> line.startsWith(person.driver()));
            assertThat(keys.erasures()).singleElement().satisfies(it -> assertThat(it.finished())
                    .isTrue());
        }
    }

    private void awaitErased(Client client) throws Exception {
        String shown = "";
        for (int n = 0; n < 500 && !shown.contains("erasedAt"); n++) {
            Thread.sleep(20);
            shown = client.send("GET", "/api/drivers/" + person.driver(), null)
                    .body()
                    .toString();
        }
        assertThat(shown).contains("erasedAt", "[erased]").doesNotContain(person.name());
    }
}
