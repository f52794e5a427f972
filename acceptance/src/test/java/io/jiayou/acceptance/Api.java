package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.acceptance.contract.Contract;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a system as its clients do: reads at one address, everything else at the other. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String commands;
    private final String queries;
    private final @Nullable Login login;

    Api(String commands, String queries) {
        this(commands, queries, null);
    }

    private Api(String commands, String queries, @Nullable Login login) {
        this.commands = commands;
        this.queries = queries;
        this.login = login;
    }

    record Answer(int status, JsonNode body) {}

    /** The same system, asked by somebody who logged in. */
    Api as(Login other) {
        return new Api(commands, queries, other);
    }

    /** Sends what must be accepted, and gives the answer's body. */
    JsonNode answered(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        Answer answer = send(method, path, body);
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isBetween(200, 299);
        return answer.body();
    }

    /** Sends what must be accepted, and gives the version that it produced. */
    long accepted(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return answered(method, path, body).path("version").asLong(-1);
    }

    /** Sends what must be refused, and gives the code of the problem. */
    String refused(int status, String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        Answer answer = send(method, path, body);
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.body()).isEqualTo(status);
        return answer.body().path("code").asString("");
    }

    /** Reads what must be there. */
    JsonNode read(String path) throws IOException, InterruptedException {
        Answer answer =
                exchange(HttpRequest.newBuilder(URI.create(queries + path)).GET());
        assertThat(answer.status()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Sends to the query side what only operations send. */
    JsonNode operate(String path) throws IOException, InterruptedException {
        Answer answer = exchange(json(HttpRequest.newBuilder(URI.create(queries + path)), "POST", Map.of()));
        assertThat(answer.status()).as("POST %s: %s", path, answer.body()).isBetween(200, 299);
        return answer.body();
    }

    /** The canonical hash of every read model as it stood after the event at a position, by the model's name. */
    SortedMap<String, String> hashesAt(long position) throws IOException, InterruptedException {
        String name = "at-" + position + "-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        Map<String, String> order = Map.of("name", name, "asOf", Long.toString(position));
        exchange(json(HttpRequest.newBuilder(URI.create(queries + "/api/pasts")), "POST", order));
        JsonNode past = read("/api/pasts/" + name);
        while (past.path("state").asString("").equals("BUILDING")) {
            Thread.sleep(200);
            past = read("/api/pasts/" + name);
        }
        SortedMap<String, String> hashes = new TreeMap<>();
        past.path("models")
                .forEach(model -> hashes.put(
                        model.path("model").asString(""), model.path("hash").asString("")));
        return hashes;
    }

    /** The first lines of a stream of server-sent events, up to one that holds the text. */
    boolean streams(String path, String text) throws IOException, InterruptedException {
        HttpRequest request = withToken(HttpRequest.newBuilder(URI.create(queries + path)))
                .timeout(Duration.ofSeconds(20))
                .build();
        try (var lines = http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            return lines.anyMatch(line -> line.contains(text));
        }
    }

    private Answer send(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return exchange(json(HttpRequest.newBuilder(URI.create(commands + path)), method, body));
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, String method, Map<String, ?> body) {
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpRequest.Builder withToken(HttpRequest.Builder request) throws IOException, InterruptedException {
        return login == null ? request : request.header("Authorization", "Bearer " + login.token());
    }

    private Answer exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest asked = withToken(request).timeout(Duration.ofSeconds(30)).build();
        HttpResponse<String> answer = http.send(asked, HttpResponse.BodyHandlers.ofString());
        assertThat(Contract.kept()
                        .differences(
                                asked.method(),
                                asked.uri().getRawPath(),
                                answer.statusCode(),
                                answer.headers().firstValue("Content-Type").orElse(""),
                                answer.body()))
                .as("%s as docs/openapi.json describes it: %s", asked, answer.body())
                .isEmpty();
        return new Answer(answer.statusCode(), JSON.readTree(answer.body().isEmpty() ? "null" : answer.body()));
    }
}
