package io.jiayou.trials.rights;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes one right away, and measures until every node refuses it and every stream by it has ended. */
final class Round {

    static final Duration PROMISED = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BELIEVED = 3;

    private final Nodes nodes;

    Round(Nodes nodes) {
        this.nodes = nodes;
    }

    /**
     * What was measured, in seconds after the command was answered; 0 for what was over by then.
     *
     * @param refused the slowest node
     * @param ended the slowest stream; none where no stream was open
     */
    record Measured(double refused, @Nullable Double ended) {

        boolean isInTime() {
            double promised = PROMISED.toSeconds();
            return refused <= promised && (ended == null || ended <= promised);
        }
    }

    Measured run(Ending ending) throws IOException, InterruptedException {
        Ending.Holder holder = ending.begin();
        List<Watcher.Stream> streams = new ArrayList<>();
        String order = holder.order();
        if (order != null) {
            for (URI node : nodes.queries()) {
                streams.add(opened(node, order, holder));
            }
        }
        for (URI node : nodes.all()) {
            awaitBelieved(node, holder);
        }
        ending.end(holder);
        long answered = System.nanoTime();
        Measured measured = measured(holder, streams, answered);
        ending.after();
        return measured;
    }

    /** The read model may not show a new order yet. */
    private Watcher.Stream opened(URI node, String order, Ending.Holder holder)
            throws IOException, InterruptedException {
        String path = "/api/orders/" + order + "/live";
        long started = System.nanoTime();
        while (true) {
            try {
                return Watcher.open(node, path, holder.token(), holder.from());
            } catch (IOException e) {
                if (System.nanoTime() - started > PATIENCE.toNanos()) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    /** So often that the node remembers the token. An address that was kept out is let in soon, not at once. */
    private static void awaitBelieved(URI node, Ending.Holder holder) throws IOException, InterruptedException {
        long started = System.nanoTime();
        for (int n = 0; n < BELIEVED; n++) {
            while (isRefused(node, holder)) {
                if (seconds(started) > PATIENCE.toSeconds()) {
                    throw new IOException("a right that holds was refused");
                }
                Thread.sleep(50);
            }
        }
    }

    private Measured measured(Ending.Holder holder, List<Watcher.Stream> streams, long answered)
            throws IOException, InterruptedException {
        double refused = 0;
        for (URI node : nodes.all()) {
            while (!isRefused(node, holder) && seconds(answered) < PATIENCE.toSeconds()) {
                Thread.sleep(10);
            }
            refused = seconds(answered);
        }
        Double ended = null;
        for (Watcher.Stream stream : streams) {
            long end = stream.awaitEnd(PATIENCE);
            double took = end < 0 ? PATIENCE.toSeconds() : Math.max(0, (end - answered) / 1e9);
            ended = ended == null ? took : Math.max(ended, took);
        }
        return new Measured(refused, ended);
    }

    /** By a token alone or by the address: either is a refusal, anything else but these and success an error of the trial. */
    private static boolean isRefused(URI node, Ending.Holder holder) throws IOException, InterruptedException {
        int status = Watcher.status(node, "/api/sessions", holder.token(), holder.from());
        return switch (status) {
            case 200 -> false;
            case 401 -> true;
            case 403 -> holder.from() != null; // a program's key has no sessions: past the check of the token
            case 404, 405 -> false; // on a node without this path, past it as well
            default -> throw new IOException("a right was answered with " + status);
        };
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
