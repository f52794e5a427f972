package io.jiayou.testing;

import io.jiayou.metadata.MetadataKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records events and asks the API about them, over HTTP. */
@TestComponent
@Lazy
public final class Api {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Long> sequences = new HashMap<>();
    private final EventStore events;
    private final int port;
    private long version = -1;

    Api(EventStore events, @Value("${local.server.port}") int port) {
        this.events = events;
        this.port = port;
    }

    /** An answer: its status, its body as JSON and its headers. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {}

    /** Records events of one aggregate, as of now. */
    public Api record(String aggregateId, Object... payloads) {
        for (Object payload : payloads) {
            recordAt(Instant.now(), aggregateId, payload);
        }
        return this;
    }

    /** Records an event of one aggregate, as of a moment. */
    public synchronized Api recordAt(Instant recordedAt, String aggregateId, Object payload) {
        long sequence = sequences.merge(aggregateId, 1L, Long::sum) - 1;
        MetaData metadata = MetaData.with(MetadataKeys.ACTOR, "0197a3c5-0000-7000-8000-00000000d001")
                .and(MetadataKeys.ROLE, "driver")
                .and(MetadataKeys.CHANNEL, "mini-program");
        GenericMessage<Object> message = new GenericMessage<>(payload, metadata);
        events.publish(new GenericDomainEventMessage<>("Test", aggregateId, sequence, message, () -> recordedAt));
        version = events.createHeadToken().position().orElseThrow();
        return this;
    }

    /** Asks for what was recorded last. */
    public Answer get(String path) {
        return plain(path + (path.contains("?") ? "&" : "?") + "version=" + version);
    }

    /** Asks exactly this. */
    public Answer plain(String path) {
        HttpResponse<String> response = send(request(path).build());
        String body = response.body();
        return new Answer(response.statusCode(), JSON.readTree(body.isEmpty() ? "null" : body), response);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public HttpClient http() {
        return http;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
