package io.jiayou.trials.timetravel;

import io.jiayou.audit.timetravel.Moment.AtPosition;
import io.jiayou.audit.timetravel.TimeTravel;
import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.history.History;
import io.jiayou.trials.bench.Aim;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.bench.Latencies;
import io.jiayou.trials.bench.Pairs;
import io.jiayou.trials.bench.Ratio;
import io.jiayou.trials.bench.Report;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.stores.CommandPath;
import io.jiayou.trials.stores.ReadModelNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A long order as of a position, against its live view, both through the services that the endpoints use. */
public final class PastSpeed implements Benchmark {

    private static final int VIEWS = 1_000;

    private final long events;

    /** @param events that other orders, stations and drivers have, at least */
    public PastSpeed(long events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "past";
    }

    @Override
    public Report run(Path directory, int pairs, Steps steps) throws Exception {
        try (CommandPath path = CommandPath.onOurs(Files.createDirectory(directory.resolve("events")))) {
            Lives.live(path, events);
            LongOrder order = LongOrder.record(path.events());
            long head = new History(path.events()).head();
            try (ReadModelNode node = ReadModelNode.start(path.events())) {
                node.awaitLive();
                if (!node.await(LongOrder.MODEL, head)) {
                    throw new IllegalStateException("the read model doesn't reach the last event");
                }
                TimeTravel travel = new TimeTravel(path.events(), InstantSource.system());
                AggregateReadModel<?> orders = orders(node);
                Ratio past = Pairs.measure(
                                pairs,
                                steps,
                                () -> millis(() -> travel.asOf(orders, order.id(), new AtPosition(head))
                                        .view()),
                                () -> millis(() -> node.find(LongOrder.MODEL, order.id())))
                        .ratio("as-of view p50, B: the live view", "ms", Double::doubleValue, Aim.atMost(3));
                return new Report(
                        name(),
                        "A: an order with 50 events as of a position; B: the same order's live document; without HTTP",
                        "nothing is written",
                        List.of(past),
                        List.of("%,d events, %,d views each time".formatted(head + 1, VIEWS)));
            }
        }
    }

    private static AggregateReadModel<?> orders(ReadModelNode node) {
        return node.models().all().stream()
                .filter(model -> model.name().equals(LongOrder.MODEL))
                .map(model -> (AggregateReadModel<?>) model)
                .findFirst()
                .orElseThrow();
    }

    private static double millis(Supplier<Optional<?>> view) {
        Latencies latencies = new Latencies();
        for (int n = 0; n < VIEWS; n++) {
            long started = System.nanoTime();
            if (view.get().isEmpty()) {
                throw new IllegalStateException("the order isn't there");
            }
            latencies.add(System.nanoTime() - started);
        }
        return latencies.percentileMillis(0.5);
    }
}
