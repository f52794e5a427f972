package io.jiayou.trials.siege;

import java.io.IOException;
import java.util.List;

/** Heads of 100 KB. The server's refusal ends them early; one that says how large they were has taken all of it. */
final class LargeHeads implements Attack {

    private static final int LINES = 13;
    private static final String LINE = ": " + "y".repeat(7_900) + "\r\n";
    private static final int PATIENCE_MILLIS = 5_000;

    private long sent;
    private long taken;

    @Override
    public String name() {
        return "large heads";
    }

    @Override
    public void run(Field field) throws Exception {
        while (field.goesOn()) {
            try (Line line = Line.open("127.0.2.6", field.port())) {
                sent++;
                line.send("GET /api/stations HTTP/1.1\r\nHost: h\r\n");
                for (int n = 0; n < LINES; n++) {
                    line.send("X-" + n + LINE);
                }
                line.send("\r\n");
                taken += line.piece(PATIENCE_MILLIS).startsWith("HTTP/1.1 431") ? 1 : 0;
            } catch (IOException refused) {
                // as it should be
            }
            field.pause(200);
        }
    }

    @Override
    public List<String> gained(Field field) {
        return taken > 0 ? List.of("large heads: " + taken + " were taken to their end") : List.of();
    }

    @Override
    public String done() {
        return sent + " sent, " + taken + " taken to their end";
    }
}
