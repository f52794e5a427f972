package io.jiayou.trials.siege;

import io.jiayou.http.bounds.Bound;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Bodies of which nearly all is there, from many addresses at once: they want all of them to be kept. */
final class ManyBodies implements Attack {

    private static final int ADDRESSES = 60;
    private static final int EACH = 4;
    private static final String BODY =
            "POST /api/sessions/refresh HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 60000\r\n\r\n{\"refreshToken\":\"" + "x".repeat(50_000);

    private long rounds;
    private int most;

    @Override
    public String name() {
        return "bodies of many";
    }

    @Override
    public void run(Field field) throws Exception {
        while (field.goesOn()) {
            rounds++;
            List<Line> lines = new ArrayList<>();
            for (int n = 0; n < ADDRESSES * EACH && field.goesOn(); n++) {
                try {
                    Line line = Line.open("127.0.4." + (n % ADDRESSES + 1), field.port());
                    lines.add(line);
                    line.send(BODY);
                } catch (IOException refused) {
                    // no place
                }
            }
            field.pause(10_000);
            int kept = 0;
            for (Line line : lines) {
                kept += line.piece(1).isEmpty() && !line.isOver() && field.goesOn() ? 1 : 0;
                line.close();
            }
            most = Math.max(most, kept);
            field.pause(500);
        }
    }

    @Override
    public List<String> gained(Field field) {
        long usual = field.usual(Bound.BODIES_AT_ONCE);
        return !field.gateway() && most > 2 * usual
                ? List.of(name() + ": " + most + " were being read at once, and " + usual + " may be")
                : List.of();
    }

    @Override
    public String done() {
        return rounds + " rounds, at most " + most + " at once";
    }
}
