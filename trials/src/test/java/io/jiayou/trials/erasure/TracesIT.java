package io.jiayou.trials.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Client.Answer;
import io.jiayou.trials.server.Scripts;
import io.jiayou.trials.server.Server;
import io.jiayou.trials.server.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a driver says stays out of logs, metrics and the answers to mistakes, and off the disk unless it's sealed. */
class TracesIT {

    private final Person person = Person.any(new SplittableRandom());
    private final Scan scan = new Scan(Set.copyOf(person.texts()));
    private final List<String> refusals = new ArrayList<>();

    @Test
    void nothingPersonalIsInTheOpen(@TempDir Path directory) throws Exception {
        Path data = directory.resolve("data");
        try (Server server = Server.start(data, "--jiayou.checkpoint-every=1s")) {
            server.awaitReady();
            Client client = server.client();
            List<Step> opening = new Scripts().opening();
            for (Step step : opening) {
                Person.send(client, step.method(), step.path(), Map.copyOf(Objects.requireNonNull(step.body())));
            }
            person.appear(client, opening.getFirst().resource().substring("/api/stations/".length()));
            awaitShown(client);
            mistakes(client);
            scan.text("answers to mistakes", String.join("\n", refusals));
            scan.text("metrics", metrics(client));
            server.stop();
        }
        scan.files("files, the log among them", data);
        // the index of words has those of feedback and replies, and is made to forget them
        scan.found().values().forEach(texts -> texts.removeAll(Set.of(person.text(), person.reply())));

        assertThat(refusals).hasSizeGreaterThanOrEqualTo(6);
        assertThat(data.resolve("jiayou.log")).isNotEmptyFile();
        assertThat(Files.readString(data.resolve("jiayou.log")))
                .doesNotContain(person.text())
                .doesNotContain(person.reply());
        assertThat(scan.found().values()).allSatisfy(texts -> assertThat(texts).isEmpty());
    }

    private void awaitShown(Client client) throws Exception {
        while (!client.send("GET", "/api/drivers/" + person.driver(), null)
                .body()
                .toString()
                .contains(person.plate())) {
            Thread.sleep(20);
        }
    }

    private void mistakes(Client client) throws Exception {
        String driver = "/api/drivers/" + person.driver();
        refused(client.send(
                "POST", "/api/drivers", body("driverId", "another", "name", person.name(), "phone", person.phone())));
        refused(client.send("POST", "/api/drivers", body("name", person.name(), "phone", person.phone() + "x")));
        refused(client.send(
                "POST",
                "/api/drivers",
                body("name", person.name(), "phone", person.phone(), "openid", "?" + person.openid())));
        refused(client.send("POST", driver + "/vehicles", body("plate", person.plate())));
        refused(client.send("POST", driver + "/vehicles", body("plate", person.plate() + "!")));
        refused(client.send("POST", "/api/feedback", body("text", person.text(), "category", person.text())));
        refused(client.send("POST", "/api/feedback/nothing/replies", body("text", person.reply())));
        refused(client.send("PUT", driver, body("name", person.name(), "phone", person.phone(), "unknown", "?")));
    }

    private static Map<String, Object> body(String... members) {
        Map<String, Object> body = new HashMap<>();
        for (int n = 0; n < members.length; n += 2) {
            body.put(members[n], members[n + 1]);
        }
        return body;
    }

    private void refused(Answer answer) {
        assertThat(answer.status()).isBetween(400, 499);
        refusals.add(answer.body().toString());
    }

    private static String metrics(Client client) throws Exception {
        return client.get("/actuator/metrics").toString();
    }
}
