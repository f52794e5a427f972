package io.jiayou.trials.rights;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Streams that are open when their token expires. */
final class Expiry {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final long expiresMillis;
    private final List<Watcher.Stream> streams = new ArrayList<>();

    private Expiry(long expiresMillis) {
        this.expiresMillis = expiresMillis;
    }

    /** Opens so many, spread over the nodes, by one token. */
    static Expiry open(Nodes nodes, String token, String order, int times) throws IOException, InterruptedException {
        String claims = new String(
                Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), java.nio.charset.StandardCharsets.UTF_8);
        Expiry expiry = new Expiry(JSON.readTree(claims).path("exp").asLong() * 1_000);
        List<URI> queries = nodes.queries();
        for (int n = 0; n < times; n++) {
            URI node = queries.get(n % queries.size());
            expiry.streams.add(Watcher.open(node, "/api/orders/" + order + "/live", token, null));
        }
        return expiry;
    }

    /** Waits for all ends; how long after the expiry the slowest came, in seconds, and −1 for one that didn't. */
    List<Double> await() throws InterruptedException {
        List<Double> late = new ArrayList<>();
        long expiresNanos = System.nanoTime() + (expiresMillis - System.currentTimeMillis()) * 1_000_000;
        for (Watcher.Stream stream : streams) {
            long patience = expiresNanos
                    - System.nanoTime()
                    + Round.PROMISED.multipliedBy(2).toNanos();
            long end = stream.awaitEnd(Duration.ofNanos(Math.max(0, patience)));
            late.add(end < 0 ? -1 : (end - expiresNanos) / 1e9);
        }
        return late;
    }
}
