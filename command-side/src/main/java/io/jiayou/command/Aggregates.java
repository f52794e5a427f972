package io.jiayou.command;

import io.jiayou.rules.Rule;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/**
 * Aggregates of one kind: loads one, lets a decision look at its state, and applies the events that were decided.
 *
 * @param <A> the shell
 * @param <S> the state that decisions look at
 * @param <E> the context's events
 */
public final class Aggregates<A extends EventSourced<S, E>, S, E> {

    private final Repository<A> repository;
    private final Callable<A> unborn;
    private final Rule unknown;

    /**
     * @param unborn makes the shell of an aggregate without events
     * @param unknown what is violated by a command to an aggregate that doesn't exist
     */
    public Aggregates(Repository<A> repository, Callable<A> unborn, Rule unknown) {
        this.repository = repository;
        this.unborn = unborn;
        this.unknown = unknown;
    }

    /** Decides on an aggregate that must exist. */
    public void decide(String id, Function<S, List<? extends E>> decision) {
        try {
            apply(repository.load(id), decision);
        } catch (AggregateNotFoundException e) {
            throw unknown.violated(id);
        }
    }

    /** Decides on an aggregate that may not exist yet; then the decision sees the state without events. */
    public void decideNew(String id, Function<S, List<? extends E>> decision) {
        try {
            apply(repository.loadOrCreate(id, unborn), decision);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("loading " + id + " failed", e);
        }
    }

    private static <A extends EventSourced<S, E>, S, E> void apply(
            Aggregate<A> aggregate, Function<S, List<? extends E>> decision) {
        aggregate.execute(shell -> shell.applyAll(decision.apply(shell.state())));
    }
}
