package io.jiayou.trials.tokens;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** An address in forged tokens. A system that asks it for keys lets forgers send it anywhere. */
final class Trap implements AutoCloseable {

    private final HttpServer server;
    private final AtomicLong visits = new AtomicLong();

    Trap() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    long visits() {
        return visits.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
