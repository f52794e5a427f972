package io.jiayou.trials.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP and JSON to a running system. For many threads. */
public final class Client {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;

    public Client(URI address) {
        this.address = address;
    }

    /** Where the system listens on this machine. */
    public int port() {
        return address.getPort();
    }

    /** A status and a body, which is null's node where there is none. */
    public record Answer(int status, JsonNode body) {

        public boolean ok() {
            return status / 100 == 2;
        }
    }

    /** @throws IOException if no whole answer came: whether the request took effect isn't known */
    public Answer send(String method, String path, @Nullable Map<String, ?> body)
            throws IOException, InterruptedException {
        return send(null, method, path, body);
    }

    /** The same with an access token. */
    public Answer send(@Nullable String token, String method, String path, @Nullable Map<String, ?> body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body().isEmpty() ? "null" : answer.body()));
    }

    /** @throws IOException if there is no answer, or none of success */
    public JsonNode get(String path) throws IOException, InterruptedException {
        Answer answer = send("GET", path, null);
        if (!answer.ok()) {
            throw new IOException("GET " + path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    boolean isReady() throws InterruptedException {
        try {
            return send("GET", "/actuator/health/readiness", null).ok();
        } catch (IOException notYet) {
            return false;
        }
    }
}
