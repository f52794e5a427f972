package io.jiayou.transparency;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An answer that is there to its last byte in time. {@link HttpRequest#timeout} ends with an answer's head: whoever sends the rest
 * byte by byte, or never, would be waited for without end.
 */
public final class WholeAnswer {

    private WholeAnswer() {}

    /**
     * @param within from sending the request to the answer's end
     * @throws IOException if it can't be had, or not in time
     */
    public static <T> HttpResponse<T> of(HttpClient http, HttpRequest request, BodyHandler<T> body, Duration within)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, body);
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + within.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }
}
