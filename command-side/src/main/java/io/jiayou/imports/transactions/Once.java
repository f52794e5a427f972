package io.jiayou.imports.transactions;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Does something once per key; whoever comes meanwhile waits for it. Beyond a number of keys it may do it again. */
final class Once {

    /** More than the cards of any fleet that this was built for; doing it again only costs time. */
    private static final int REMEMBERED = 100_000;

    private final ConcurrentMap<String, CompletableFuture<String>> done = new ConcurrentHashMap<>();

    /** @throws RuntimeException what made it fail, for everybody who asks */
    void run(String key, Runnable work) {
        if (done.size() >= REMEMBERED) {
            done.clear();
        }
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> first = done.putIfAbsent(key, mine);
        if (first == null) {
            complete(mine, key, work);
        }
        await(first == null ? mine : first);
    }

    private static void complete(CompletableFuture<String> mine, String key, Runnable work) {
        try {
            work.run();
            mine.complete(key);
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        }
    }

    private static void await(CompletableFuture<String> done) {
        try {
            done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
