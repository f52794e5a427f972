package io.jiayou.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.acceptance.contract.Contract;
import io.jiayou.cli.Ports;
import io.jiayou.identity.terminallogin.TerminalAssertion;
import io.jiayou.standalone.Standalone;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A standalone process that asks everybody for a token. */
final class Guarded implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 1 << 20;

    private final HttpClient http;
    private final ChildProcess process;
    private final String address;
    private final Path data;

    private Guarded(HttpClient http, ChildProcess process, String address, Path data) {
        this.http = http;
        this.process = process;
        this.address = address;
        this.data = data;
    }

    /** @param more further arguments, as {@code --name=value} */
    static Guarded start(Path directory, String access, String... more) throws IOException, InterruptedException {
        return start(directory, Map.of("JIAYOU_ACCESS", access), more);
    }

    /** The same, in an environment. */
    static Guarded start(Path directory, Map<String, String> environment, String... more)
            throws IOException, InterruptedException {
        int port = Ports.free();
        Path data = directory.resolve("data");
        List<String> arguments = new ArrayList<>(List.of("--server.port=" + port, "--jiayou.data=" + data));
        arguments.addAll(List.of(more));
        ChildProcess process = ChildProcess.java(directory, Standalone.class, arguments, environment);
        String address = "http://127.0.0.1:" + port;
        process.awaitHealth(address + "/actuator/health/readiness");
        process.noteIn(data, port);
        return new Guarded(HttpClient.newHttpClient(), process, address, data);
    }

    /** The same system, asked from another address of this machine. */
    Guarded from(String local) throws IOException {
        HttpClient elsewhere = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName(local))
                .build();
        return new Guarded(elsewhere, process, address, data);
    }

    Path data() {
        return data;
    }

    String address() {
        return address;
    }

    /** Lets the commands of {@code ./jiayou} find it by its data directory. */
    Guarded known() throws IOException {
        process.noteIn(data, URI.create(address).getPort());
        return this;
    }

    record Answer(int status, String text, HttpHeaders headers) {

        /** Empty if it isn't there. */
        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        JsonNode json() {
            return JSON.readTree(text);
        }

        String code() {
            return text.startsWith("{") ? json().path("code").asString("") : "";
        }
    }

    /** A token as ./jiayou gets it: by the key in the data directory. */
    String token(String role, @Nullable String driver, @Nullable String station)
            throws IOException, InterruptedException {
        Answer answer =
                send(null, "POST", "/api/sessions/terminal", Map.of("assertion", assertion(role, driver, station)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("accessToken").asString("");
    }

    String assertion(String role, @Nullable String driver, @Nullable String station) throws IOException {
        byte[] key = Base64.getDecoder()
                .decode(Files.readString(data.resolve("identity/terminal.key")).strip());
        return TerminalAssertion.signed(key, role, driver, station, Instant.now());
    }

    /** Sends what must be accepted. */
    JsonNode accepted(@Nullable String token, String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        Answer answer = send(token, method, path, body);
        assertThat(answer.status()).as("%s %s: %s", method, path, answer.text()).isBetween(200, 299);
        return answer.text().isEmpty() ? JSON.createObjectNode() : answer.json();
    }

    /** Sends a request; of a stream only the beginning is read. */
    Answer send(@Nullable String token, String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        return send(token, method, path, body, Map.of());
    }

    Answer send(@Nullable String token, String method, String path, @Nullable Object body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        boolean stream = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
        try (InputStream in = answer.body()) {
            String text = stream ? "" : new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            if (!stream && text.length() < LONGEST) {
                requireAsDescribed(method, path, answer, text);
            }
            return new Answer(answer.statusCode(), text, answer.headers());
        }
    }

    private static void requireAsDescribed(String method, String path, HttpResponse<?> answer, String text) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        assertThat(Contract.kept().differences(method, path, answer.statusCode(), type, text))
                .as("%s %s as docs/openapi.json describes it: %s", method, path, text)
                .isEmpty();
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
