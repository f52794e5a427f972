package io.jiayou.identity.wechatlogin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A WeChat that answers anything, or doesn't. */
@Timeout(60)
class CodeToSessionTest {

    private static final String SECRET = "a secret of the app's";

    private final HttpServer wechat;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CodeToSession codes;
    private String asked = "";

    CodeToSessionTest() throws IOException {
        wechat = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        wechat.setExecutor(threads);
        wechat.start();
        String address = "http://127.0.0.1:" + wechat.getAddress().getPort();
        codes = new CodeToSession(new WechatApp(address, "wx1", SECRET));
    }

    @AfterEach
    void stop() {
        over.countDown();
        wechat.stop(0);
        threads.shutdownNow();
    }

    private void answers(HttpHandler handler) {
        wechat.createContext("/sns/jscode2session", handler);
    }

    private void answers(int status, String body) {
        answers(exchange -> {
            asked = exchange.getRequestURI().getRawQuery();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    @Test
    void takesTheOpenidOfTheAnswerAndAsksInTheNameOfTheApp() {
        answers(200, "{\"openid\":\"o6_bmjrPTlm6_2sgVt7hMZOPfL2M\",\"session_key\":\"tiihtNczf5v6AKRyjwEUhQ==\"}");

        assertThat(codes.of("a&b")).isEqualTo("o6_bmjrPTlm6_2sgVt7hMZOPfL2M");
        assertThat(asked)
                .isEqualTo("appid=wx1&secret=a+secret+of+the+app%27s&js_code=a%26b&grant_type=authorization_code");
    }

    @ParameterizedTest
    @CsvSource({
        "40029, LOGIN_REFUSED",
        "40163, LOGIN_REFUSED",
        "40226, LOGIN_REFUSED",
        "45011, TOO_MANY_ATTEMPTS",
        "-1, UNAVAILABLE",
        "41008, UNAVAILABLE"
    })
    void refusesWhatWechatRefuses(int error, Problem problem) {
        answers(200, "{\"errcode\":" + error + ",\"errmsg\":\"no\",\"openid\":\"o6_bmjrPTlm6\"}");

        assertRefused(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>maintenance</html>",
                "{}",
                "[]",
                "null",
                "{\"openid\":\"\"}",
                "{\"openid\":7}",
                "{\"openid\":\"with a space\"}",
                "{\"openid\":\"0123456789012345678901234567890123456789012345678901234567890123x\"}"
            })
    void believesNoOtherAnswer(String body) {
        answers(200, body);

        assertRefused(Problem.UNAVAILABLE);
    }

    @Test
    void believesNoAnswerWithAnotherStatus() {
        answers(502, "{\"openid\":\"o6_bmjrPTlm6\"}");

        assertRefused(Problem.UNAVAILABLE);
    }

    @Test
    void readsNoAnswerWithoutAnEnd() {
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] much = " ".repeat(8_192).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                while (over.getCount() > 0) {
                    out.write(much);
                }
            }
        });

        assertRefused(Problem.UNAVAILABLE);
    }

    /** Which keeps a client's own time limit for requests from ending it. */
    @Test
    void waitsFiveSecondsForAnAnswerThatTricklesIn() {
        answers(this::trickle);
        long before = System.nanoTime();

        assertRefused(Problem.UNAVAILABLE);

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    private void trickle(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!over.await(100, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertRefused(Problem problem) {
        assertThatThrownBy(() -> codes.of("a code"))
                .isInstanceOfSatisfying(
                        ProblemException.class, it -> assertThat(it.problem()).isEqualTo(problem))
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain("secret"));
    }
}
