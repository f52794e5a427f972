package io.jiayou.trials.kills;

import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Scripts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/** Shoppers at the same time, each with one command in flight. */
final class Crowd {

    private final List<Shopper> shoppers = new ArrayList<>();
    private final List<Future<?>> shopping = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean open = new AtomicBoolean();

    Crowd(int size, Scripts scripts, Journal journal, RandomGenerator.SplittableGenerator random) {
        for (int n = 0; n < size; n++) {
            shoppers.add(new Shopper(scripts, journal, random.split()));
        }
    }

    /** Lets them in. */
    void start(Client client) {
        open.set(true);
        for (Shopper shopper : shoppers) {
            shopping.add(threads.submit(() -> {
                shopper.shop(client, open::get);
                return shopper;
            }));
        }
    }

    /**
     * Waits until all have left; those who are still served leave after their answer.
     *
     * @return what was refused to them, though it should not have been
     */
    List<String> leave() throws InterruptedException {
        open.set(false);
        List<String> refusals = new ArrayList<>();
        for (Future<?> shopper : shopping) {
            try {
                shopper.get();
            } catch (ExecutionException refused) {
                refusals.add(String.valueOf(refused.getMessage()));
            }
        }
        shopping.clear();
        return refusals;
    }
}
