package io.jiayou.acceptance.monitoring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a node answers at {@code /actuator/prometheus}, in Prometheus's text format 0.0.4.
 *
 * @param samples in their order
 * @param helps by the family's name
 * @param types likewise
 */
public record Scrape(List<Sample> samples, Map<String, String> helps, Map<String, String> types) {

    private static final Pattern HELP = Pattern.compile("(?m)^# HELP (\\S+) ?(.*)$");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^([A-Za-z_:][\\w:]*)(?:\\{(.*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One line. */
    public record Sample(String name, Map<String, String> labels, double value) {}

    /** What a node tells that asks nobody who they are. */
    public static String text(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/actuator/prometheus"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    public static Scrape parse(String text) {
        List<Sample> samples =
                SAMPLE.matcher(text).results().map(Scrape::sample).toList();
        return new Scrape(samples, pairs(HELP.matcher(text)), pairs(TYPE.matcher(text)));
    }

    private static Sample sample(MatchResult line) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (line.group(2) != null) {
            LABEL.matcher(line.group(2)).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return new Sample(line.group(1), labels, number(line.group(3)));
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static Map<String, String> pairs(Matcher lines) {
        Map<String, String> pairs = new TreeMap<>();
        lines.results().forEach(line -> pairs.put(line.group(1), line.group(2)));
        return pairs;
    }

    public Set<String> names() {
        return samples.stream().map(Sample::name).collect(Collectors.toSet());
    }

    /** The value of the first sample that has a name and these labels among its own. */
    public OptionalDouble value(String name, Map<String, String> labels) {
        return samples.stream()
                .filter(it -> it.name().equals(name) && it.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .findFirst();
    }

    /** The same of one that has to be there. */
    public double the(String name, Map<String, String> labels) {
        return value(name, labels).orElseThrow(() -> new AssertionError("no " + name + labels));
    }
}
