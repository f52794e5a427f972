package io.jiayou.acceptance.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code promtool check metrics} would say of metrics of our own, where no promtool is: the rules of Prometheus's naming, as
 * prometheus.io/docs/practices/naming and .../instrumenting/writing_exporters have them.
 */
final class MetricsLint {

    private static final Set<String> ABBREVIATIONS =
            Set.of("s", "ms", "us", "ns", "sec", "b", "kb", "mb", "gb", "tb", "pb", "m", "h", "d");
    private static final Map<String, String> BASE_UNITS = Map.ofEntries(
            Map.entry("milliseconds", "seconds"),
            Map.entry("microseconds", "seconds"),
            Map.entry("nanoseconds", "seconds"),
            Map.entry("minutes", "seconds"),
            Map.entry("hours", "seconds"),
            Map.entry("days", "seconds"),
            Map.entry("weeks", "seconds"),
            Map.entry("kilobytes", "bytes"),
            Map.entry("megabytes", "bytes"),
            Map.entry("gigabytes", "bytes"),
            Map.entry("bits", "bytes"),
            Map.entry("percent", "ratio"),
            Map.entry("kilometers", "meters"));
    private static final Set<String> TYPES = Set.of("counter", "gauge", "histogram", "summary");
    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][A-Z]");

    private MetricsLint() {}

    /** One line each, of all families whose names begin so; none if all is as it should be. */
    static List<String> complaints(Scrape scrape, String prefix) {
        List<String> complaints = new ArrayList<>();
        scrape.types().forEach((name, type) -> {
            if (name.startsWith(prefix)) {
                of(name, type, scrape.helps().getOrDefault(name, ""))
                        .map(complaint -> name + " " + complaint)
                        .forEach(complaints::add);
            }
        });
        scrape.samples().stream()
                .filter(sample -> sample.name().startsWith(prefix))
                .filter(sample -> sample.labels().keySet().stream()
                        .anyMatch(it -> CAMEL_CASE.matcher(it).find()))
                .map(sample -> sample.name() + " label names should be written in 'snake_case'")
                .distinct()
                .forEach(complaints::add);
        return complaints;
    }

    private static Stream<String> of(String name, String type, String help) {
        List<String> words = List.of(name.split("_", -1));
        Stream.Builder<String> said = Stream.builder();
        if (help.isBlank() || help.strip().equals(name)) {
            said.add("no help text");
        }
        if (type.equals("counter") != name.endsWith("_total")) {
            said.add("counters, and nothing else, end with _total");
        }
        if (!List.of("histogram", "summary").contains(type)
                && (name.endsWith("_count") || name.endsWith("_sum") || name.endsWith("_bucket"))) {
            said.add("only histograms and summaries end so");
        }
        if (words.contains(type) && TYPES.contains(type)) {
            said.add("the name says its type");
        }
        if (name.contains(":") || CAMEL_CASE.matcher(name).find()) {
            said.add("isn't written in 'snake_case'");
        }
        words.stream().filter(ABBREVIATIONS::contains).forEach(it -> said.add("abbreviates a unit: " + it));
        words.stream()
                .filter(BASE_UNITS::containsKey)
                .forEach(it -> said.add("isn't in the base unit " + BASE_UNITS.get(it)));
        return said.build();
    }
}
