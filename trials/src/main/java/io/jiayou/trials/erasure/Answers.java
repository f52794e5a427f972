package io.jiayou.trials.erasure;

import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** What readers are answered after the erasures, before and after the read models are built anew. */
final class Answers {

    private final Client client;
    private final Before before;
    private final List<String> violations;

    Answers(Client client, Before before, List<String> violations) {
        this.client = client;
        this.before = before;
        this.violations = violations;
    }

    /** @param directory where exports of the erased are left, for the scan */
    void check(Path directory) throws Exception {
        Map<String, String> answered = shown();
        rebuild();
        Map<String, String> rebuilt = shown();
        answered.forEach((driver, shown) -> {
            String anew = rebuilt.get(driver);
            if (!shown.equals(anew)) {
                violations.add(
                        "rebuilt read models show something else of " + driver + ": " + anew + " instead of " + shown);
            }
        });
        Path exports = Files.createDirectories(directory.resolve("exports"));
        for (Person person : before.erased()) {
            String all = rebuilt.get(person.driver());
            person.texts().stream()
                    .filter(String.valueOf(all)::contains)
                    .forEach(text -> violations.add("a reader is shown a text of an erased person"));
            if (!String.valueOf(all).contains("[erased]")) {
                violations.add("nothing says that the person was erased");
            }
            Files.writeString(
                    exports.resolve(person.driver() + ".json"),
                    client.get("/api/drivers/" + person.driver() + "/export").toString());
            JsonNode words = client.get("/api/history?text=" + person.text()).path("events");
            if (!words.isEmpty()) {
                violations.add("words of an erased person are found");
            }
        }
        for (Person person : before.others()) {
            if (!Objects.equals(before.shown().get(person.driver()), rebuilt.get(person.driver()))) {
                violations.add("somebody else isn't shown as before: " + person.driver());
            }
            if (client.get("/api/history?text=" + person.text()).path("events").isEmpty()) {
                violations.add("words of somebody else aren't found any more");
            }
        }
    }

    private Map<String, String> shown() throws IOException, InterruptedException {
        Map<String, String> shown = new LinkedHashMap<>();
        for (List<Person> persons : List.of(before.erased(), before.others())) {
            for (Person person : persons) {
                shown.put(person.driver(), person.shown(client));
            }
        }
        return shown;
    }

    private void rebuild() throws IOException, InterruptedException {
        Person.send(client, "POST", "/actuator/readmodels/all/rebuild", Map.of());
        while (true) {
            List<String> phases = client.get("/actuator/readmodels")
                    .path("models")
                    .valueStream()
                    .map(model -> model.path("rebuild").path("phase").asString(""))
                    .toList();
            if (phases.contains("FAILED")) {
                violations.add("a rebuild failed: " + phases);
                return;
            }
            if (phases.stream().allMatch("DONE"::equals)) {
                return;
            }
            Thread.sleep(100);
        }
    }
}
