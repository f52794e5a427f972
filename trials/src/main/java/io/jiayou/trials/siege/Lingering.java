package io.jiayou.trials.siege;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connections on which something has begun that never comes to its end: they want to live long. */
final class Lingering implements Attack {

    private static final String HEAD = "GET /api/stations HTTP/1.1\r\nHost: h\r\n";
    private static final String BODY =
            "POST /api/sessions/refresh HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 60000\r\n\r\n{\"refreshToken\":\"";

    private final String name;
    private final String address;
    private final int lines;
    private final String beginning;
    private final @Nullable String drop;
    private final long dropMillis;
    private final double longest;
    private double oldest;
    private long cut;

    /**
     * @param beginning what is sent first
     * @param drop what is sent again and again; null for nothing
     * @param longest seconds that one may live
     */
    private Lingering(
            String name,
            String address,
            int lines,
            String beginning,
            @Nullable String drop,
            long dropMillis,
            double longest) {
        this.name = name;
        this.address = address;
        this.lines = lines;
        this.beginning = beginning;
        this.drop = drop;
        this.dropMillis = dropMillis;
        this.longest = longest;
    }

    /** Where there is no request yet, or none any more, from fewer than those of the crowd who have to make room for others. */
    static List<Attack> all() {
        return List.of(
                new Lingering("dripping heads", "127.0.2.2", 3, HEAD + "X-A: ", "a", 1_000, 25),
                new Lingering("idle connections", "127.0.2.3", 3, HEAD + "\r\n", null, 1_000, 52),
                new Lingering("silent bodies", "127.0.2.4", 10, BODY, null, 1_000, 48),
                new Lingering("dripping bodies", "127.0.2.5", 10, BODY, "a", 2_000, 48));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void run(Field field) throws Exception {
        List<Line> open = new ArrayList<>();
        while (field.goesOn()) {
            while (open.size() < lines && field.goesOn()) {
                begin(open, field.port());
            }
            field.pause(dropMillis);
            for (Line line : List.copyOf(open)) {
                if (isCut(line)) {
                    open.remove(line);
                    line.close();
                    cut++;
                } else {
                    oldest = Math.max(oldest, line.ageSeconds());
                }
            }
        }
        for (Line line : open) {
            line.close();
        }
    }

    private void begin(List<Line> open, int port) throws InterruptedException {
        try {
            Line line = Line.open(address, port);
            open.add(line);
            line.send(beginning);
        } catch (IOException e) {
            Thread.sleep(100);
        }
    }

    private boolean isCut(Line line) throws IOException {
        try {
            if (drop != null) {
                line.send(drop);
            }
            line.piece(1);
        } catch (IOException e) {
            return true;
        }
        return line.isOver();
    }

    @Override
    public List<String> gained(Field field) {
        return !field.gateway() && oldest > longest
                ? List.of("%s: one lived for %.0f s".formatted(name, oldest))
                : List.of();
    }

    @Override
    public String done() {
        return "%d cut, the oldest after %.0f s".formatted(cut, oldest);
    }
}
