package io.jiayou.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.testing.Api;
import io.jiayou.testing.QuerySideTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@QuerySideTest
class QueryDocumentationIT {

    private static final List<String> PATHS = List.of(
            "/api/drivers/{driverId}",
            "/api/drivers/{driverId}/changes",
            "/api/stations",
            "/api/stations/{stationId}",
            "/api/stations/{stationId}/changes",
            "/api/orders",
            "/api/orders/{orderId}",
            "/api/orders/{orderId}/changes",
            "/api/orders/{orderId}/live",
            "/api/dashboards/sales",
            "/api/feedback",
            "/api/feedback/{feedbackId}",
            "/api/feedback/{feedbackId}/changes");

    @Autowired
    private Api api;

    private JsonNode document() {
        return api.plain("/v3/api-docs").body();
    }

    private static Stream<JsonNode> parameters(JsonNode operation) {
        return operation.get("parameters").valueStream();
    }

    @Test
    void describesEveryQuery() {
        JsonNode paths = document().get("paths");

        assertThat(paths.propertyNames()).containsAll(PATHS);
        for (String path : PATHS) {
            JsonNode operation = paths.get(path).get("get");
            assertThat(operation.get("summary").asString()).as(path).isNotBlank();
            assertThat(operation.get("responses").propertyNames()).as(path).contains("200", "400", "503");
            assertThat(operation.at("/responses/200/headers").has("Jiayou-Position"))
                    .as(path)
                    .isTrue();
            boolean takesPast = !path.endsWith("/changes") && !path.endsWith("/live");
            assertThat(operation.at("/responses").has("404")).as(path).isEqualTo(takesPast || path.contains("{"));
            assertThat(parameters(operation)
                            .map(parameter -> parameter.get("name").asString())
                            .anyMatch("past"::equals))
                    .as(path)
                    .isEqualTo(takesPast);
            assertThat(parameters(operation)
                            .map(parameter -> parameter.get("name").asString()))
                    .as(path)
                    .contains("version");
        }
    }

    @Test
    void showsAnExampleOfEveryAnswer() {
        for (Map.Entry<String, JsonNode> path : document().get("paths").properties()) {
            JsonNode content = path.getValue().at("/get/responses/200/content");
            if (PATHS.contains(path.getKey())) {
                assertThat(content.valueStream().allMatch(media -> media.has("example")))
                        .as(path.getKey())
                        .isTrue();
            }
        }
    }

    @Test
    void namesTheProblemOfAnUnknownId() {
        JsonNode problem = document().get("paths").get("/api/orders/{orderId}").at("/get/responses/404/content");

        assertThat(problem.get("application/problem+json").get("examples").propertyNames())
                .containsExactlyInAnyOrder("order-unknown", "past-unknown");
    }

    @Test
    void saysWhatEveryParameterIs() {
        for (String path : PATHS) {
            parameters(document().get("paths").get(path).get("get"))
                    .filter(parameter -> parameter.get("in").asString().equals("query"))
                    .forEach(parameter -> assertThat(parameter.has("description")
                                    || parameter.at("/schema").has("default"))
                            .as("%s %s", path, parameter)
                            .isTrue());
        }
    }
}
