package io.jiayou.trials.siege;

import io.jiayou.ids.Ids;
import io.jiayou.trials.server.Client;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A driver who goes on as if nothing were the matter: looks at an order again and again, and places one now and then. */
final class Victim {

    private static final String ADDRESS = "127.0.1.1";
    private static final int PATIENCE_MILLIS = 10_000;
    private static final long PAUSE_MILLIS = 200;
    private static final int LOOKS_PER_ORDER = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Driver driver;
    private final List<Double> millis = new ArrayList<>();
    private final List<String> acknowledged = new ArrayList<>();
    private long failed;
    private String lastFailure = "";

    Victim(Driver driver) {
        this.driver = driver;
    }

    void run(Field field) throws InterruptedException {
        for (int n = 0; field.goesOn(); n++) {
            look(field);
            if (n % LOOKS_PER_ORDER == 0) {
                order(field);
            }
            field.pause(PAUSE_MILLIS);
        }
    }

    private void look(Field field) {
        long began = System.nanoTime();
        String answer = ask(field, "GET /api/orders/" + driver.order() + " HTTP/1.1\r\n", "");
        double took = (System.nanoTime() - began) / 1e6;
        boolean answered = answer.startsWith("HTTP/1.1 200");
        millis.add(answered ? took : Double.POSITIVE_INFINITY);
        if (!answered) {
            failed++;
            lastFailure = answer.lines().findFirst().orElse("no answer within %d ms".formatted(PATIENCE_MILLIS));
        }
    }

    private void order(Field field) {
        String id = Ids.timeOrdered();
        String body = JSON.writeValueAsString(Scene.order(id, driver.id()));
        String answer = ask(
                field,
                "POST /api/orders HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n",
                body);
        if (answer.startsWith("HTTP/1.1 2")) {
            acknowledged.add(id);
        }
    }

    private String ask(Field field, String head, String body) {
        try (Line line = Line.open(ADDRESS, field.port())) {
            line.send(head + "Host: h\r\nConnection: close\r\nAuthorization: Bearer " + driver.token() + "\r\n\r\n"
                    + body);
            String answer = line.piece(PATIENCE_MILLIS);
            return answer.isEmpty() && line.isOver() ? "the connection was closed" : answer;
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Of all looks, a failed one counting as one that takes for ever. */
    double percentile(double part) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.isEmpty()
                ? Double.POSITIVE_INFINITY
                : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * part));
    }

    int looks() {
        return millis.size();
    }

    String failures() {
        return failed == 0 ? "0" : failed + ", the last one: " + lastFailure;
    }

    /** Whether an order is there; read models may need a moment. */
    boolean finds(String order, Client client) throws IOException, InterruptedException {
        for (int tries = 0; tries < 20; tries++) {
            if (client.send(driver.token(), "GET", "/api/orders/" + order, null).ok()) {
                return true;
            }
            Thread.sleep(500);
        }
        return false;
    }

    /** Orders that the system said it had taken. */
    List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }
}
