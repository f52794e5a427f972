package io.jiayou.transparency.independent;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Gives the bytes that a log serves at a path below its prefix, such as {@code checkpoint} or {@code tile/0/000}. */
@FunctionalInterface
public interface Resources {

    /** @throws IOException if nothing is there, or it can't be reached */
    byte[] get(String path) throws IOException;

    /** @param prefix without a slash at its end */
    static Resources over(HttpClient http, String prefix) {
        return path -> {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(prefix + '/' + path)).build();
            try {
                HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
                if (response.statusCode() != 200) {
                    throw new IOException(path + " is answered with " + response.statusCode());
                }
                return response.body();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        };
    }
}
