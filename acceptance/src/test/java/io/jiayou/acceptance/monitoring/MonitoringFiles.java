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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code docker/} gives to Prometheus and to Grafana. */
final class MonitoringFiles {

    static final Path PROMETHEUS = Path.of("..", "docker", "prometheus");
    private static final Path DASHBOARD = Path.of("..", "docker", "grafana", "jiayou.json");
    /** What Prometheus itself says of a target. */
    private static final Set<String> ITS_OWN = Set.of("up", "ALERTS");

    private static final Pattern EXPLAINED = Pattern.compile("`(jiayou\\.[a-z]+)?((?:\\.[a-z]+)*)`");

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

    /** The names of the table in docs/operations.md, as a scrape begins them; {@code .repeated} stands for one beside. */
    static Set<String> explained() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "operations.md"));
        String table = document.substring(document.indexOf("| Metric | Tags |"));
        Set<String> names = new TreeSet<>();
        for (String row :
                table.substring(0, table.indexOf("\n\n")).lines().skip(2).toList()) {
            String beside = "";
            Matcher name = EXPLAINED.matcher(row.substring(0, row.indexOf('|', 1)));
            while (name.find()) {
                beside = name.group(1) == null ? beside : name.group(1);
                names.add((beside + name.group(2)).replace('.', '_'));
            }
        }
        return names;
    }
}
