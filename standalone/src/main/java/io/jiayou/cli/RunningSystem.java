package io.jiayou.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system that serves a data directory, over HTTP on this machine. */
final class RunningSystem {

    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;

    RunningSystem(int port) {
        this("http://127.0.0.1:" + port);
    }

    private RunningSystem(String address) {
        this.address = address;
    }

    /**
     * One that serves elsewhere.
     *
     * @throws Failure for an address that is none
     */
    static RunningSystem at(URI address) {
        if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
            throw new Failure(address + " isn't the address of a system: http://HOST:PORT");
        }
        return new RunningSystem(address.toString().replaceAll("/+$", ""));
    }

    /** @throws Failure if nothing serves the directory */
    static RunningSystem in(Path data) {
        return ProcessFile.running(data)
                .map(file -> new RunningSystem(file.port()))
                .orElseThrow(() -> new Failure("nothing runs on " + data + "; ./jiayou start starts it"));
    }

    String address() {
        return address;
    }

    JsonNode get(String path) {
        return json(send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString()));
    }

    /** None where there is nothing under the path. */
    Optional<JsonNode> find(String path) {
        HttpResponse<String> answer = send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(json(answer));
    }

    JsonNode post(String path, Object body) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return json(send(request, HttpResponse.BodyHandlers.ofString()));
    }

    void delete(String path) {
        HttpResponse<String> answer = send(request(path).DELETE().build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw problem(answer.statusCode(), answer.body());
        }
    }

    boolean ready() {
        try {
            HttpRequest request = request("/actuator/health/readiness").GET().build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new Failure(address() + " doesn't answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
    }

    static JsonNode parse(String json) {
        return JSON.readTree(json);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw problem(answer.statusCode(), answer.body());
        }
        return parse(answer.body());
    }

    /** A problem's own words, or its status where it has none. */
    static Failure problem(int status, String body) {
        if (body.startsWith("{")) {
            JsonNode problem = parse(body);
            // Management's answers are no problem details; they have one sentence.
            String title = problem.path("title").asString(problem.path("error").asString("status " + status));
            return new Failure(
                    problem.has("detail")
                            ? title + ": " + problem.path("detail").asString("")
                            : title);
        }
        return new Failure("status " + status);
    }
}
