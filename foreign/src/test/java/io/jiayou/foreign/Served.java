package io.jiayou.foreign;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.cli.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system of its own that was started as users start it. */
final class Served implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path data;
    private final int port;
    private final Program script = new Program(Path.of(".."), Map.of("LC_ALL", "C"));
    private final HttpClient http = HttpClient.newHttpClient();

    private Served(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    static Served in(Path data) throws IOException {
        return in(data, Map.of());
    }

    /** @param environment its settings */
    static Served in(Path data, Map<String, String> environment) throws IOException {
        Served served = new Served(data, Ports.free());
        served.startsWith(environment);
        return served;
    }

    /** The same directory on the same port, with these settings. */
    void startsWith(Map<String, String> environment) {
        Map<String, String> all = new TreeMap<>(environment);
        all.put("LC_ALL", "C");
        new Program(Path.of(".."), all).succeeds(command("start", "--stand-ins", "--port", String.valueOf(port)));
    }

    void isStopped() {
        jiayou("stop");
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** Where its document is served. */
    String document() {
        return address() + "/v3/api-docs";
    }

    Path data() {
        return data;
    }

    /** A token for five minutes. */
    String token(String role, String... ofWhom) {
        List<String> command = new ArrayList<>(List.of("token", "--role", role));
        command.addAll(List.of(ofWhom));
        return jiayou(command.toArray(String[]::new)).strip();
    }

    /** What anybody is answered. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Rebuilds every read model: the hash of each, by its name, is that of the one that served. */
    SortedMap<String, String> rebuilt() {
        JsonNode rebuilds = JSON.readTree(jiayou("rebuild", "--json")).path("rebuilds");
        rebuilds.forEach(one ->
                assertThat(one.at("/differences/hash")).as(one.toString()).isEqualTo(one.at("/differences/liveHash")));
        return hashes(rebuilds, "/differences/hash");
    }

    /** The hash of every read model, by its name, as it stood after the event at a position. */
    SortedMap<String, String> hashesAt(long position) {
        String name = "at-" + System.nanoTime();
        String past = jiayou("rebuild", "--until", String.valueOf(position), "--into", name, "--json");
        return hashes(JSON.readTree(past).path("models"), "/hash");
    }

    private static SortedMap<String, String> hashes(JsonNode models, String hash) {
        return new TreeMap<>(
                models.valueStream().collect(toMap(model -> model.path("model").asString(""), model -> model.at(hash)
                        .asString(""))));
    }

    /** What a command prints that has to end well. */
    String jiayou(String... command) {
        return script.succeeds(command(command));
    }

    /** How a command ends. */
    Program.Ended tries(String... command) {
        return script.run(command(command));
    }

    private String[] command(String... command) {
        List<String> all = new ArrayList<>(List.of("./jiayou"));
        all.addAll(List.of(command));
        all.addAll(List.of("--data", data.toString()));
        return all.toArray(String[]::new);
    }

    @Override
    public void close() {
        isStopped();
    }
}
