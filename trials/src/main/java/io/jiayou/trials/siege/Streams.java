package io.jiayou.trials.siege;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Live streams of one order, as many as one driver gets from some addresses. */
final class Streams implements Attack {

    private static final int WANTED = 400;
    /** Far more than a person has devices. */
    private static final int FEW = 50;

    private final Driver driver;
    private int most;

    Streams(Driver driver) {
        this.driver = driver;
    }

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public void run(Field field) throws Exception {
        List<Line> open = new ArrayList<>();
        while (field.goesOn()) {
            for (int n = 0; n < 10 && open.size() < WANTED; n++) {
                begin(open, field, n);
            }
            for (Line line : List.copyOf(open)) {
                line.piece(1);
                if (line.isOver()) {
                    open.remove(line);
                    line.close();
                }
            }
            most = Math.max(most, open.size());
            field.pause(500);
        }
        for (Line line : open) {
            line.close();
        }
    }

    private void begin(List<Line> open, Field field, int n) {
        try {
            Line line = Line.open("127.0.2." + (80 + n), field.port());
            line.send("GET /api/orders/" + driver.order() + "/live HTTP/1.1\r\nHost: h\r\nAccept: text/event-stream\r\n"
                    + "Authorization: Bearer " + driver.token() + "\r\n\r\n");
            if (line.piece(500).startsWith("HTTP/1.1 200")) {
                open.add(line);
            } else {
                line.close();
            }
        } catch (IOException refused) {
            // none of those
        }
    }

    @Override
    public List<String> gained(Field field) {
        return most > FEW ? List.of("streams: " + most + " of one driver at once") : List.of();
    }

    @Override
    public String done() {
        return "at most " + most + " at once";
    }
}
