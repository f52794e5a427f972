package io.jiayou.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The dashboard, as Grafana's documents describe one; no Grafana is here to ask. */
class DashboardTest {

    private static final int COLUMNS = 24;

    private static List<JsonNode> panels() throws IOException {
        return MonitoringFiles.dashboard().path("panels").valueStream().toList();
    }

    @Test
    void isOne() throws IOException {
        JsonNode dashboard = MonitoringFiles.dashboard();

        assertThat(dashboard.path("uid").asString("")).matches("[a-z-]{8,40}");
        assertThat(dashboard.path("schemaVersion").asInt(0)).isEqualTo(39);
        assertThat(dashboard.path("id").isMissingNode())
                .as("a number of one Grafana's")
                .isTrue();
        assertThat(dashboard.path("templating").path("list").valueStream().map(it -> it.path("name")
                        .asString("")))
                .containsExactly("datasource", "instance");
        assertThat(dashboard.path("annotations").path("list").isArray()).isTrue();
    }

    @Test
    void itsPanelsSayWhatTheyShowAndAskTheDataSourceThatIsChosen() throws IOException {
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : panels()) {
            String title = panel.path("title").asString("");
            assertThat(ids.add(panel.path("id").asInt(0))).as(title).isTrue();
            assertThat(panel.path("type").asString("")).as(title).isIn("row", "stat", "timeseries");
            if (panel.path("type").asString("").equals("row")) {
                continue;
            }
            assertThat(panel.path("description").asString("")).as(title).isNotBlank();
            assertThat(panel.path("fieldConfig").path("defaults").path("unit").asString(""))
                    .as(title)
                    .isNotBlank();
            assertThat(panel.path("targets").size()).as(title).isPositive();
            for (JsonNode target : panel.path("targets")) {
                assertThat(target.path("datasource").path("uid").asString("")).isEqualTo("${datasource}");
                assertThat(target.path("refId").asString("")).matches("[A-Z]");
                assertThat(target.path("expr").asString("")).contains("instance=~\"$instance\"");
            }
        }
    }

    @Test
    void noPanelLiesOnAnother() throws IOException {
        Set<List<Integer>> taken = new HashSet<>();
        for (JsonNode panel : panels()) {
            JsonNode at = panel.path("gridPos");
            for (int x = at.path("x").asInt();
                    x < at.path("x").asInt() + at.path("w").asInt();
                    x++) {
                for (int y = at.path("y").asInt();
                        y < at.path("y").asInt() + at.path("h").asInt();
                        y++) {
                    assertThat(x).isLessThan(COLUMNS);
                    assertThat(taken.add(List.of(x, y)))
                            .as(panel.path("title").asString(""))
                            .isTrue();
                }
            }
        }
    }
}
