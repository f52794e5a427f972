package io.jiayou.trials.erasure;

import io.jiayou.trials.server.Client;
import io.jiayou.trials.server.Client.Answer;
import io.jiayou.trials.server.Scripts;
import io.jiayou.trials.server.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Drivers who order while others are erased. */
final class Load implements AutoCloseable {

    private static final int AT_ONCE = 4;

    private final AtomicLong done = new AtomicLong();
    private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    Load(Client client, Scripts scripts, long seed) {
        for (int n = 0; n < AT_ONCE; n++) {
            SplittableRandom random = new SplittableRandom(seed + n);
            threads.add(Thread.ofVirtual().start(() -> run(client, scripts, random)));
        }
    }

    private void run(Client client, Scripts scripts, SplittableRandom random) {
        try {
            while (open) {
                for (Step step : scripts.next(random)) {
                    Answer answer = client.send(step.method(), step.path(), step.body());
                    if (answer.ok()) {
                        done.incrementAndGet();
                    } else {
                        refused.add(step.path() + " was refused under load: " + answer.body());
                    }
                }
            }
        } catch (IOException | InterruptedException e) {
            refused.add("under load: " + e);
        }
    }

    long done() {
        return done.get();
    }

    List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void close() throws InterruptedException {
        open = false;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
