package io.jiayou.trials.siege;

import io.jiayou.http.bounds.Bound;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/** Requests of another IPv6 network each, as a proxy passes them on: they want a row for each in every table. */
final class TableFiller implements Attack {

    /** A proxy that the system trusts. */
    static final String PROXY = "127.0.2.60";

    private static final int AT_ONCE = 50;
    /** Rows of an address: it, its network, and both again for logins. */
    private static final int TABLES = 4;

    private long sent;
    private double rows;

    @Override
    public String name() {
        return "addresses";
    }

    @Override
    public void run(Field field) throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        while (field.goesOn()) {
            try (Line line = Line.open(PROXY, field.own())) {
                while (field.goesOn() && !line.isOver()) {
                    StringBuilder requests = new StringBuilder();
                    for (int n = 0; n < AT_ONCE; n++) {
                        requests.append("POST /api/sessions/nowhere HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: ")
                                .append("2001:%x:%x:%x::1"
                                        .formatted(
                                                random.nextInt(65_536), random.nextInt(65_536), random.nextInt(65_536)))
                                .append("\r\nContent-Length: 0\r\n\r\n");
                    }
                    line.send(requests.toString());
                    sent += AT_ONCE;
                    line.rest(60);
                    look(field);
                }
            } catch (IOException refused) {
                field.pause(100);
            }
        }
    }

    private void look(Field field) throws IOException, InterruptedException {
        if (sent % 2_500 == 0) {
            var answer = field.scene()
                    .client()
                    .send(
                            field.scene().operations(),
                            "GET",
                            "/actuator/metrics/jiayou.border.rows?tag=table:addresses",
                            null);
            rows = Math.max(rows, answer.body().at("/measurements/0/value").asDouble(0));
        }
    }

    @Override
    public List<String> gained(Field field) {
        long usual = TABLES * field.usual(Bound.ADDRESSES);
        return rows > usual * 1.05
                ? List.of("addresses: %.0f rows, and %d are to be had".formatted(rows, usual))
                : List.of();
    }

    @Override
    public String done() {
        return "%d sent, at most %.0f rows seen".formatted(sent, rows);
    }
}
