package io.jiayou.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system that serves a data directory, over HTTP on this machine. */
final class RunningSystem {

    private static final String OPERATIONS = "operations";
    private static final String MANAGEMENT = "/actuator/";
    private static final int NOT_FOUND = 404;
    private static final Duration TO_END = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String address;
    private final String management;
    private final Optional<TerminalKey> key;
    private final String role;
    private final Optional<ProcessFile> process;
    private @Nullable String bearer;
    private Instant renewAt = Instant.MIN;

    /** A system that nothing but its health is asked of. */
    RunningSystem(int port, int managementPort) {
        this(here(port), here(managementPort), Optional.empty(), OPERATIONS, Optional.empty());
    }

    private RunningSystem(
            String address, String management, Optional<TerminalKey> key, String role, Optional<ProcessFile> process) {
        this.address = address;
        this.management = management;
        this.key = key;
        this.role = role;
        this.process = process;
    }

    /**
     * One that serves elsewhere.
     *
     * @throws Failure for an address that is none
     */
    static RunningSystem at(URI address) {
        if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
            throw new Failure("{0} isn't the address of a system: http://HOST:PORT", address);
        }
        String known = address.toString().replaceAll("/+$", "");
        return new RunningSystem(known, known, Optional.empty(), OPERATIONS, Optional.empty());
    }

    /** @param process that serves the directory */
    static RunningSystem in(Path data, ProcessFile process) {
        return new RunningSystem(
                here(process.port()),
                here(process.managementPort()),
                TerminalKey.in(data),
                OPERATIONS,
                Optional.of(process));
    }

    /** The same, asked in another role than that of operations. */
    RunningSystem as(String other) {
        return new RunningSystem(address, management, key, other, process);
    }

    /** Logs in at the terminal; the answer holds the access token. */
    JsonNode token(String wanted, @Nullable String driverId, @Nullable String stationId) {
        TerminalKey known = key.orElseThrow(() -> new Failure("there is no terminal.key in the data directory"));
        String body = JSON.writeValueAsString(Map.of("assertion", known.assertion(wanted, driverId, stationId)));
        HttpRequest login = HttpRequest.newBuilder(URI.create(address() + "/api/sessions/terminal"))
                .header("Content-Type", "application/json")
                .header("Accept-Language", UserLanguage.current().toLanguageTag())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return json(send(login, HttpResponse.BodyHandlers.ofString()));
    }

    private static String here(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Management may listen elsewhere than the rest. */
    private URI at(String path) {
        return URI.create((path.startsWith(MANAGEMENT) ? management : address) + path);
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
            HttpRequest request = HttpRequest.newBuilder(at("/actuator/health/readiness"))
                    .GET()
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A request with a token, where the data directory has the key to one. */
    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .header("Accept-Language", UserLanguage.current().toLanguageTag());
        bearer().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    /**
     * A token that is good for a while; one serves many requests, since each leaves an event. For a system elsewhere, the
     * one that whoever calls brings in the environment.
     */
    Optional<String> bearer() {
        if (key.isEmpty()) {
            return Optional.ofNullable(System.getenv("JIAYOU_TOKEN"));
        }
        Instant now = Instant.now();
        if (bearer == null || now.isAfter(renewAt)) {
            JsonNode granted = token(role, null, null);
            bearer = granted.path("accessToken").asString("");
            renewAt = now.plusSeconds(granted.path("expiresIn").asLong(0) / 2);
        }
        return Optional.of(bearer);
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw brokeOff(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
    }

    /** It may be stopping, and then a connection ends before the process does. */
    Failure brokeOff(Exception e) {
        boolean ended =
                process.filter(file -> !ready() && file.endsWithin(TO_END)).isPresent();
        return ended
                ? new Failure("the system on {0} was stopped meanwhile", address())
                : new Failure("{0} doesn't answer: {1}", address(), Reason.of(e));
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
            return Failure.inWordsOf(
                    problem.has("detail")
                            ? title + ": " + problem.path("detail").asString("")
                            : title);
        }
        return new Failure("status {0}", Integer.toString(status));
    }
}
