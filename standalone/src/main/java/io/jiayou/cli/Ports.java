package io.jiayou.cli;

import io.jiayou.rules.Detail;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine that a process is to listen on. */
public final class Ports {

    private static final int LAST = 65_535;

    /** Linux gives ports from 32768 on to whoever connects somewhere (ip_local_port_range), others from 49152 (RFC 6335). */
    private static final int FIRST_EPHEMERAL = 32_768;

    private static final int FIRST_FREE = 20_000;
    private static final int TRIES = 1_000;

    private Ports() {}

    /** @throws Failure if a text is no port */
    static int named(String name, String text) {
        try {
            return valid(name, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new Failure("{0} is no port: {1}", name, text);
        }
    }

    /** @throws Failure unless it's from 0 to 65535 */
    static int valid(String name, int port) {
        if (!isOne(port)) {
            throw new Failure("{0} is from 0 to {1}: {2}", name, Integer.toString(LAST), Integer.toString(port));
        }
        return port;
    }

    static boolean isOne(int port) {
        return port >= 0 && port <= LAST;
    }

    /** @return the port, or a free one for 0 */
    static int chosen(int port) throws IOException {
        return port == 0 ? free() : port;
    }

    /**
     * A port that nobody listens on now. The system gives none of its kind to connections, so only who asks for just this one
     * can take it before the process that it's for has started.
     */
    public static int free() throws IOException {
        for (int n = 0; n < TRIES; n++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_FREE, FIRST_EPHEMERAL);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress("127.0.0.1", port));
                return port;
            } catch (BindException taken) {
                // another one
            }
        }
        throw new BindException("no port from " + FIRST_FREE + " to " + FIRST_EPHEMERAL + " is free");
    }

    /**
     * A process that couldn't listen would say so only after it has started all the rest.
     *
     * @throws Failure if it can't be listened on, saying who does
     */
    static void expectFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (IOException e) {
            throw Failure.of(PortHolder.of(port)
                    .map(holder -> Detail.of(
                            "port {0} is taken by {1}; --port N takes another", Integer.toString(port), holder))
                    .orElseGet(() -> Detail.of(
                            "can't listen on port {0}: {1}; --port N takes another",
                            Integer.toString(port), Reason.of(e))));
        }
    }
}
