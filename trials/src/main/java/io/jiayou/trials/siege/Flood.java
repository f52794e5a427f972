package io.jiayou.trials.siege;

import io.jiayou.http.bounds.Bound;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests as fast as they are answered, many on one connection without waiting for the answers. */
final class Flood implements Attack {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final int AT_ONCE = 20;

    private final String name;
    private final List<String> addresses;
    private final Request request;
    private final Bound rate;
    private final long pauseMillis;
    private long answered;
    private long refused;

    /** Makes the text of a request; they differ, or don't. */
    interface Request {
        String text(Field field, long number);
    }

    private Flood(String name, List<String> addresses, Request request, Bound rate, long pauseMillis) {
        this.name = name;
        this.addresses = List.copyOf(addresses);
        this.request = request;
        this.rate = rate;
        this.pauseMillis = pauseMillis;
    }

    static Flood ofOneAddress() {
        return new Flood(
                "requests of one address",
                List.of("127.0.2.30"),
                (field, n) -> "GET /.well-known/jwks.json HTTP/1.1\r\nHost: h\r\n\r\n",
                Bound.REQUESTS_PER_ADDRESS,
                100);
    }

    /** One driver, from many addresses. */
    static Flood ofOneDriver(Driver driver) {
        List<String> addresses =
                List.of("127.0.2.31", "127.0.2.32", "127.0.2.33", "127.0.2.34", "127.0.2.35", "127.0.2.36");
        return new Flood(
                "requests of one driver",
                addresses,
                (field, n) -> "GET /api/" + path(driver, n) + " HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer "
                        + driver.token() + "\r\n\r\n",
                Bound.REQUESTS_PER_ACTOR,
                500);
    }

    private static String path(Driver driver, long n) {
        return n % 40 == 0 ? "drivers/" + driver.id() + "/export" : n % 3 == 0 ? "orders" : "orders/" + driver.order();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(Field field) throws Exception {
        int next = 0;
        while (field.goesOn()) {
            try (Line line = Line.open(addresses.get(next++ % addresses.size()), field.port())) {
                while (field.goesOn() && !line.isOver()) {
                    send(line, field);
                    field.pause(pauseMillis);
                }
            } catch (IOException refusedOutright) {
                field.pause(100);
            }
        }
    }

    private void send(Line line, Field field) throws IOException {
        StringBuilder requests = new StringBuilder();
        for (int n = 0; n < AT_ONCE; n++) {
            requests.append(request.text(field, answered + refused + n));
        }
        line.send(requests.toString());
        int answers = 0;
        while (answers < AT_ONCE && !line.isOver()) {
            String piece = line.piece(3_000);
            if (piece.isEmpty()) {
                return;
            }
            Matcher status = STATUS.matcher(piece);
            while (status.find()) {
                answers++;
                if (status.group(1).equals("429")) {
                    refused++;
                } else {
                    answered++;
                }
            }
        }
    }

    @Override
    public List<String> gained(Field field) {
        long allowed = field.allowed(rate);
        return answered > allowed * 1.1
                ? List.of(name + ": " + answered + " were answered, and " + allowed + " may be")
                : List.of();
    }

    @Override
    public String done() {
        return answered + " answered, " + refused + " refused";
    }
}
