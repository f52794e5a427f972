package io.jiayou.commandcalls;

import io.jiayou.transparency.WholeAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands by HTTP, each with a log-in of its own. */
public final class CommandCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final @Nullable URI commands;
    private final @Nullable CommandLogin login;
    private final String channel;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /**
     * @param commands where the command side serves; null for nowhere
     * @param login null where nobody is asked for a token
     * @param channel as events name it
     */
    public CommandCalls(@Nullable URI commands, @Nullable CommandLogin login, String channel) {
        this.commands = commands;
        this.login = login;
        this.channel = channel;
    }

    /** Whether it's known where commands go. */
    public boolean hasSomewhereToGo() {
        return commands != null;
    }

    /** @throws IOException if there is nowhere to send it to, or it isn't accepted */
    public void post(String path, Map<String, ?> body) throws IOException {
        URI to = commands;
        if (to == null) {
            throw new IOException("no command side is named");
        }
        HttpRequest.Builder request = request(to, path, body).header("X-Channel", channel);
        if (login != null) {
            CommandLogin.Proof proof = login.proof();
            String granted = answer(request(to, proof.path(), proof.body()));
            request.header(
                    "Authorization",
                    "Bearer " + json.readTree(granted).path("accessToken").asString(""));
        }
        answer(request);
    }

    private HttpRequest.Builder request(URI to, String path, Map<String, ?> body) {
        return HttpRequest.newBuilder(to.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private String answer(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer =
                    WholeAnswer.of(http, request.build(), HttpResponse.BodyHandlers.ofString(), PATIENCE);
            if (answer.statusCode() / HUNDRED != SUCCESS) {
                throw new IOException("the command side answers " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
