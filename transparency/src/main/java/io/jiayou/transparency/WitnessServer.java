package io.jiayou.transparency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A witness over HTTP, reachable from this machine only: {@code POST /add-checkpoint} and
 * {@code GET /<origin hash>/checkpoint}.
 */
public final class WitnessServer implements AutoCloseable {

    private static final Pattern CHECKPOINT = Pattern.compile("/([0-9a-f]{64})/checkpoint");
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int FAILED = 500;

    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    private WitnessServer(Witness witness, HttpServer server) {
        this.witness = witness;
        this.server = server;
    }

    /** @param port 0 for any free one */
    public static WitnessServer start(Witness witness, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port);
        WitnessServer server = new WitnessServer(witness, HttpServer.create(address, 0));
        server.server.setExecutor(server.executor);
        server.server.createContext("/", server::handle);
        server.server.start();
        return server;
    }

    /** Both the submission prefix and the monitoring prefix, without a slash at its end. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, answer(exchange));
        }
    }

    private WitnessAnswer answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        Matcher checkpoint = CHECKPOINT.matcher(path);
        boolean get = exchange.getRequestMethod().equals("GET");
        if (path.equals("/add-checkpoint")) {
            return exchange.getRequestMethod().equals("POST") ? add(exchange) : notAllowed();
        }
        if (checkpoint.matches()) {
            return get ? witness.checkpoint(checkpoint.group(1)) : notAllowed();
        }
        return WitnessAnswer.refused(WitnessAnswer.NOT_FOUND, "nothing is here");
    }

    private WitnessAnswer add(HttpExchange exchange) throws IOException {
        InputStream body = exchange.getRequestBody();
        byte[] bytes = body.readNBytes(AddCheckpoint.LONGEST + 1);
        if (bytes.length > AddCheckpoint.LONGEST) {
            return WitnessAnswer.refused(TOO_LARGE, "the request is too large");
        }
        try {
            return witness.addCheckpoint(bytes);
        } catch (UncheckedIOException e) {
            return WitnessAnswer.refused(FAILED, "the checkpoint couldn't be kept, so it isn't cosigned");
        }
    }

    private static WitnessAnswer notAllowed() {
        return WitnessAnswer.refused(METHOD_NOT_ALLOWED, "not with this method");
    }

    private static void send(HttpExchange exchange, WitnessAnswer answer) throws IOException {
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        executor.close();
    }
}
