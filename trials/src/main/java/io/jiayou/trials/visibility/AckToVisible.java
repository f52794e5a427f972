package io.jiayou.trials.visibility;

import io.jiayou.trials.bench.Aim;
import io.jiayou.trials.bench.Benchmark;
import io.jiayou.trials.bench.Pairs;
import io.jiayou.trials.bench.Ratio;
import io.jiayou.trials.bench.Report;
import io.jiayou.trials.bench.Steps;
import io.jiayou.trials.commands.Marketplace;
import io.jiayou.trials.stores.BothStores;
import io.jiayou.trials.stores.CommandPath;
import io.jiayou.trials.stores.ReadModelNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;

/** From a command's acknowledgement until those who read see it, under a light load. */
public final class AckToVisible implements Benchmark {

    private static final double SHARE_OF_STOCK = 1.0 / 50;

    private final int samples;

    /** @param samples orders in each round */
    public AckToVisible(int samples) {
        this.samples = samples;
    }

    /** What one round on our side saw. */
    private record Seen(Delays handler, Delays orderDetails, Delays http) {}

    @Override
    public String name() {
        return "visibility";
    }

    @Override
    public Report run(Path directory, int pairs, Steps steps) throws Exception {
        try (BothStores stores = BothStores.start(directory);
                ReadModelNode readModels = ReadModelNode.start(stores.ours().events());
                Follower onOurs = new Follower(
                        stores.ours().events(), new InMemoryTokenStore(), NoTransactionManager.instance());
                Follower onStock = stockFollower(stores.stock());
                OrdersOverHttp http = OrdersOverHttp.start(directory.resolve("server"))) {
            readModels.awaitLive();
            OrdersInProcess ours = new OrdersInProcess(Marketplace.open(stores.ours()));
            OrdersInProcess stock = new OrdersInProcess(Marketplace.open(stores.stock()));
            Watcher orderDetails = new ReadModelWatcher(stores.ours().events(), readModels);
            BothStores.Syncs before = stores.syncs();
            Pairs<Seen> seen = Pairs.measure(
                    pairs,
                    steps,
                    () -> {
                        List<Delays> both = ours.run(samples, List.of(onOurs.sightings(), orderDetails));
                        return new Seen(both.getFirst(), both.getLast(), http.run(samples));
                    },
                    () -> {
                        Delays handler =
                                stock.run(samples, List.of(onStock.sightings())).getFirst();
                        return new Seen(handler, handler, handler);
                    });
            return report(seen, stores.durability() + "; " + stores.syncs().since(before));
        }
    }

    private Report report(Pairs<Seen> seen, String durability) {
        List<Ratio> ratios = new ArrayList<>();
        ratios.addAll(ratios(seen, "ack to the same handler and processor", Seen::handler));
        ratios.addAll(ratios(seen, "ack to order details in the read store", Seen::orderDetails));
        ratios.addAll(ratios(seen, "ack to the answer of GET with version", Seen::http));
        return new Report(
                name(),
                "B: a handler in Axon's default pooled processor on its JdbcEventStorageEngine and EmbeddedEventStore"
                        + " over PostgreSQL; A: on our store, what the line names",
                durability,
                ratios,
                List.of("50 orders per second, " + samples
                        + " in each round; all read models at work; GET asks a standalone process of its own"));
    }

    private static List<Ratio> ratios(Pairs<Seen> seen, String what, Function<Seen, Delays> which) {
        return List.of(
                seen.ratio(what + ", p50", "ms", round -> which.apply(round).p50Millis(), null),
                seen.ratio(what + ", p99", "ms", round -> which.apply(round).p99Millis(), Aim.atMost(SHARE_OF_STOCK)));
    }

    private static Follower stockFollower(CommandPath stock) {
        return new Follower(stock.events(), stock.bean(TokenStore.class), stock.bean(TransactionManager.class));
    }
}
