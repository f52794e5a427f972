package io.jiayou.acceptance.monitoring;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docker/} gives to Prometheus and to Grafana. */
final class MonitoringFiles {

    static final Path PROMETHEUS = Path.of("..", "docker", "prometheus");
    private static final Path DASHBOARD = Path.of("..", "docker", "grafana", "jiayou.json");
    /** What Prometheus itself says of a target. */
    private static final Set<String> ITS_OWN = Set.of("up", "ALERTS");

    private MonitoringFiles() {}

    record AlertRule(String alert, String expression, String severity, Map<String, String> annotations) {}

    static List<AlertRule> rules() throws IOException {
        List<AlertRule> rules = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(PROMETHEUS, "*.rules.yaml")) {
            for (Path file : files) {
                Map<String, List<Map<String, List<Map<String, Object>>>>> content =
                        new Yaml().load(Files.readString(file));
                content.getOrDefault("groups", List.of())
                        .forEach(group -> group.getOrDefault("rules", List.of()).forEach(it -> rules.add(rule(it))));
            }
        }
        return rules;
    }

    @SuppressWarnings("unchecked")
    private static AlertRule rule(Map<String, Object> rule) {
        Map<String, String> labels = (Map<String, String>) rule.getOrDefault("labels", Map.of());
        return new AlertRule(
                String.valueOf(rule.get("alert")),
                String.valueOf(rule.get("expr")),
                labels.getOrDefault("severity", ""),
                (Map<String, String>) rule.getOrDefault("annotations", Map.of()));
    }

    static JsonNode dashboard() throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(DASHBOARD));
    }

    static Set<String> metricsOfRules() throws IOException {
        Set<String> metrics = new TreeSet<>();
        rules().forEach(rule -> metrics.addAll(Queries.metricsOf(rule.expression())));
        metrics.removeAll(ITS_OWN);
        return metrics;
    }

    static Set<String> metricsOfDashboard() throws IOException {
        Set<String> metrics = new TreeSet<>();
        dashboard().findValuesAsString("expr").forEach(query -> metrics.addAll(Queries.metricsOf(query)));
        dashboard().findValuesAsString("definition").forEach(query -> metrics.addAll(Queries.metricsOf(query)));
        return metrics;
    }
}
