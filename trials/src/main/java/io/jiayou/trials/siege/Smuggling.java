package io.jiayou.trials.siege;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Requests of which a gateway and the system behind it may see different ends. What hides in them asks for something that no
 * gateway lets through: an answer to it shows that one got by.
 */
final class Smuggling implements Attack {

    private static final String HIDDEN = "GET /actuator/health/liveness HTTP/1.1\r\nHost: h\r\nX-Hidden: 1\r\n\r\n";
    private static final String POST =
            "POST /api/sessions/refresh HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n";
    private static final Pattern FOUND = Pattern.compile("\"status\"\\s*:\\s*\"UP\"");
    private static final List<String> WAYS = List.of(
            POST + "Content-Length: " + (5 + HIDDEN.length()) + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                    + HIDDEN,
            POST + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\n" + HIDDEN + "0\r\n\r\n",
            POST + "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + HIDDEN,
            POST + "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + HIDDEN,
            POST + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + HIDDEN,
            POST + "Transfer-Encoding:\u000bchunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + HIDDEN,
            POST + "Content-Length: 0\r\nContent-Length: " + HIDDEN.length() + "\r\n\r\n" + HIDDEN,
            POST + "Content-Length: +0\r\n\r\n" + HIDDEN,
            POST + "Content-Length: 0, " + HIDDEN.length() + "\r\n\r\n" + HIDDEN,
            POST + "Transfer-Encoding: chunked\r\n\r\n0;a=\n" + HIDDEN + "\r\n\r\n",
            POST + "Transfer-Encoding: chunked\r\n\r\n0\n\n" + HIDDEN,
            POST + "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n" + HIDDEN,
            POST + "Transfer-Encoding: chunked\r\n\r\n2;x=\"\r\n\"\r\n{}\r\n0\r\n\r\n" + HIDDEN,
            "GET /api/stations HTTP/1.1\nHost: h\nContent-Length: 0\n\n" + HIDDEN,
            "GET /api/stations HTTP/1.1\r\nHost: h\r\nX: y\rContent-Length: 9\r\n\r\n" + HIDDEN,
            "GET /api/stations HTTP/1.1\r\nHost: h\r\nContent-Length: " + HIDDEN.length() + "\r\n\r\n" + HIDDEN,
            "GET /api/stations HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN,
            "GET /api/stations?x=1 HTTP/1.1\r\nHost: h\r\nConnection: keep-alive, Content-Length\r\nContent-Length: 0\r\n\r\n"
                    + HIDDEN,
            "GET /api/../actuator/health/liveness HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
            "GET /api/%2e%2e/actuator/health/liveness HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
            "GET /api/..%2factuator/health/liveness HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
            "GET /api/orders/..;/..;/..;/actuator/health/liveness HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
            "GET http://h/actuator/health/liveness HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");

    private long sent;
    private long got;

    @Override
    public String name() {
        return "smuggling";
    }

    /** Without a gateway the hidden request is a request like others: there is nothing to get past. */
    @Override
    public void run(Field field) throws Exception {
        while (field.gateway() && field.goesOn()) {
            String way = WAYS.get((int) (sent++ % WAYS.size()));
            try (Line line = Line.open("127.0.2.90", field.port())) {
                line.send(way);
                got += FOUND.matcher(line.rest(300)).find() ? 1 : 0;
            } catch (IOException refused) {
                // that's right
            }
            field.pause(50);
        }
    }

    @Override
    public List<String> gained(Field field) {
        return got > 0 ? List.of("smuggling: " + got + " requests got past the gateway") : List.of();
    }

    @Override
    public String done() {
        return sent == 0 ? "no gateway" : sent + " sent in " + WAYS.size() + " ways";
    }
}
