package io.jiayou.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Several calls at once, none of which waits for another. */
final class Each {

    private Each() {}

    /**
     * What they have given, in the order in which they have ended.
     *
     * @param heard is told of each as it ends
     */
    static <T> List<T> asItEnds(List<Callable<T>> calls, Consumer<T> heard) {
        List<T> given = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<T> ended = new ExecutorCompletionService<>(threads);
            calls.forEach(ended::submit);
            for (int n = 0; n < calls.size(); n++) {
                T one = ended.take().get();
                given.add(one);
                heard.accept(one);
            }
            return given;
        } catch (ExecutionException e) {
            throw Failure.inWordsOf(Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
    }
}
