package io.jiayou.command;

/** Who is erased, or is being erased. */
@FunctionalInterface
public interface ErasedPersons {

    boolean has(String person);
}
