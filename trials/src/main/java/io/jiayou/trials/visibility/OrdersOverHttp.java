package io.jiayou.trials.visibility;

import io.jiayou.trials.bench.Latencies;
import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Client.Answer;
import io.jiayou.trials.server.Scripts;
import io.jiayou.trials.server.Server;
import io.jiayou.trials.server.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** Places orders over HTTP in a standalone process, and reads each back with the version that its answer named. */
final class OrdersOverHttp implements AutoCloseable {

    private static final int TO_WARM_UP = 2_000;

    private final Server server;
    private final Client client;
    private final Scripts scripts = new Scripts();

    private OrdersOverHttp(Server server) {
        this.server = server;
        this.client = server.client();
    }

    static OrdersOverHttp start(Path data) throws IOException, InterruptedException {
        OrdersOverHttp orders = new OrdersOverHttp(Server.start(data));
        try {
            orders.server.awaitReady();
            for (Step step : orders.scripts.opening()) {
                orders.accepted(client -> client.send(step.method(), step.path(), step.body()));
            }
            for (int n = 0; n < TO_WARM_UP; n++) {
                orders.nanosUntilRead();
            }
            return orders;
        } catch (IOException | RuntimeException failure) {
            orders.close();
            throw failure;
        }
    }

    /** Places so many orders; from each acknowledgement to the answer that shows it. */
    Delays run(int orders) throws Exception {
        Latencies latencies = new Latencies();
        for (long nanos : Pace.keep(orders, this::nanosUntilRead)) {
            latencies.add(nanos);
        }
        return Delays.of(latencies);
    }

    private long nanosUntilRead() throws IOException, InterruptedException {
        Step order = scripts.anyOrder(ThreadLocalRandom.current());
        long version = accepted(client -> client.send(order.method(), order.path(), order.body()))
                .body()
                .path("version")
                .asLong();
        long acknowledged = System.nanoTime();
        accepted(client -> client.send("GET", order.resource() + "?version=" + version, null));
        return System.nanoTime() - acknowledged;
    }

    @FunctionalInterface
    private interface Request {
        Answer send(Client client) throws IOException, InterruptedException;
    }

    private Answer accepted(Request request) throws IOException, InterruptedException {
        Answer answer = request.send(client);
        if (!answer.ok()) {
            throw new IOException("answered " + answer.status() + ": " + answer.body());
        }
        return answer;
    }

    @Override
    public void close() throws InterruptedException {
        server.kill();
    }
}
