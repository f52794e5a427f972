package io.jiayou.periodic;

/** What a task does at each of its turns. */
@FunctionalInterface
public interface Work {

    /** @throws Exception if it wasn't done; the next turn comes all the same */
    void run() throws Exception;
}
