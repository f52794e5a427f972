package io.jiayou.archive.target;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The few requests of S3 that decide a race, as a store has to answer them, with what was asked for to look at. */
final class AtomicStore implements AutoCloseable {

    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, Headers> headers = new ConcurrentHashMap<>();
    private final AtomicInteger conflicts = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    AtomicStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers the next so many writes with "somebody else is writing", as Amazon's may. */
    void conflictsFor(int writes) {
        conflicts.set(writes);
    }

    /** What the last write of an object said. */
    Headers headersOf(String key) {
        return headers.getOrDefault("/bucket/" + key, new Headers());
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("PUT")) {
                exchange.sendResponseHeaders(put(key, body, exchange.getRequestHeaders()), -1);
            } else {
                byte[] content = objects.get(key);
                exchange.sendResponseHeaders(content == null ? 404 : 200, content == null ? -1 : content.length);
                if (content != null) {
                    exchange.getResponseBody().write(content);
                }
            }
        }
    }

    private int put(String key, byte[] body, Headers asked) {
        if (conflicts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return 409;
        }
        boolean onlyIfAbsent = "*".equals(asked.getFirst("If-None-Match"));
        if (onlyIfAbsent && objects.putIfAbsent(key, body) != null) {
            return 412;
        }
        objects.put(key, body);
        headers.put(key, asked);
        return 200;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
