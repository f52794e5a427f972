package io.jiayou.trials.bench;

/** Is told how far something is. */
@FunctionalInterface
public interface Steps {

    /** @param total 0 where it isn't known */
    void at(long done, long total);
}
