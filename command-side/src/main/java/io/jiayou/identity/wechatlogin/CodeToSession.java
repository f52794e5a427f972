package io.jiayou.identity.wechatlogin;

import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import io.jiayou.values.Limit;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks WeChat ({@code GET /sns/jscode2session}). Of the answer only the openid is taken; the session_key that comes with
 * it goes nowhere. The request's address holds the secret, so it's never written anywhere.
 */
final class CodeToSession implements OpenIds {

    private static final Logger LOG = LoggerFactory.getLogger(CodeToSession.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    /** A hundred times what WeChat sends. */
    private static final long LONGEST_BYTES = 64 * 1024;

    /** WeChat's errcode: the code isn't one. */
    private static final int INVALID_CODE = 40029;
    /** The code was used before. */
    private static final int CODE_BEEN_USED = 40163;
    /** A person who is blocked for being a risk. */
    private static final int BLOCKED = 40226;
    /** More than 100 logins of one person in a minute. */
    private static final int TOO_OFTEN = 45011;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final WechatApp app;

    CodeToSession(WechatApp app) {
        this.app = app;
    }

    @Override
    public String of(String code) {
        JsonNode answer = ask(code);
        int error = answer.path("errcode").asInt(0);
        String openid = answer.path("openid").stringValue("");
        if (error == 0 && Limit.OPENID.allows(openid)) {
            return openid;
        }
        throw refusal(error);
    }

    private JsonNode ask(String code) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(app.address() + "/sns/jscode2session?appid="
                        + encoded(app.appId()) + "&secret=" + encoded(app.secret()) + "&js_code=" + encoded(code)
                        + "&grant_type=authorization_code"))
                .build();
        try {
            return JSON.readTree(answer(request));
        } catch (IOException | JacksonException e) {
            // the exception may quote the address
            LOG.warn("WeChat doesn't answer: {}", e.getClass().getSimpleName());
            throw new ProblemException(Problem.UNAVAILABLE, null, "WeChat doesn't answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.UNAVAILABLE, null, "interrupted");
        }
    }

    /** The whole of it in time: a request's own timeout ends with the head of the answer, however slowly the rest comes. */
    private String answer(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> asked =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_BYTES));
        try {
            HttpResponse<String> answer = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != OK) {
                throw new IOException("an answer with another status");
            }
            return answer.body();
        } catch (ExecutionException e) {
            throw new IOException("no answer", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer in time", e);
        } finally {
            asked.cancel(true);
        }
    }

    private static ProblemException refusal(int error) {
        return switch (error) {
            case INVALID_CODE, CODE_BEEN_USED, BLOCKED ->
                new ProblemException(Problem.LOGIN_REFUSED, null, "WeChat doesn't accept the code");
            case TOO_OFTEN -> new ProblemException(Problem.TOO_MANY_ATTEMPTS, null, "too many logins at WeChat");
            default -> {
                LOG.warn("WeChat refuses a login with errcode {}", error);
                yield new ProblemException(Problem.UNAVAILABLE, null, "WeChat can't tell now");
            }
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
