package io.jiayou.trials.siege;

import java.io.IOException;
import java.util.List;

/** Requests that break off or break the rules, and bodies that are hard to read: they want work, memory and lines in the log. */
final class Broken implements Attack {

    private static final String POST =
            "POST /api/sessions/refresh HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n";
    private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final List<String> REQUESTS = List.of(
            POST + "Content-Length: 1000\r\n\r\n{\"refreshToken\":",
            CHUNKED + "zz\r\n",
            CHUNKED + "5\r\n{\"ref",
            "GET // HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
            "GET /%%% HTTP/1.1\r\nHost: h\r\n\r\n",
            "GET /a\0b HTTP/1.1\r\nHost: h\r\n\r\n",
            "POST /api/imports/stations HTTP/1.1\r\nHost: h\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                    + "Content-Length: 10000\r\n\r\n--b\r\n",
            "NONSENSE\r\n\r\n",
            whole("[".repeat(60_000)),
            whole("{\"refreshToken\":" + "9".repeat(60_000) + "}"),
            whole("{\"refreshToken\":1e999999999}"),
            whole("{" + "\"a\":1,".repeat(8_000) + "\"b\":1}"));

    private long sent;

    private static String whole(String body) {
        return POST + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Override
    public String name() {
        return "broken requests";
    }

    @Override
    public void run(Field field) throws Exception {
        while (field.goesOn()) {
            try (Line line = Line.open("127.0.2." + (70 + sent % 4), field.port())) {
                line.send(REQUESTS.get((int) (sent % REQUESTS.size())));
                sent++;
                line.piece(20);
            } catch (IOException refused) {
                sent++;
            }
            field.pause(25);
        }
    }

    @Override
    public String done() {
        return sent + " sent";
    }
}
