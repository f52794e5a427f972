package io.jiayou.archive.target;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several who make the same file at once, each with a text of its own.
 *
 * @param winners who were told that they made it
 * @param content what is in it
 */
record Race(List<Integer> winners, String content) {

    static Race of(int many, Target target, String file) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> made = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            for (int i = 0; i < many; i++) {
                Content text = Content.of(("by " + i).getBytes(StandardCharsets.UTF_8));
                Callable<Boolean> one = () -> {
                    start.await();
                    return target.create(file, text, null);
                };
                made.add(threads.submit(one));
            }
            start.countDown();
        }
        List<Integer> winners = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            if (made.get(i).get()) {
                winners.add(i);
            }
        }
        byte[] content = target.read(file, 100);
        return new Race(winners, content == null ? "" : new String(content, StandardCharsets.UTF_8));
    }
}
