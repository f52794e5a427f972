package io.jiayou.access;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Who may do one thing.
 *
 * @param everybody also those without a token
 */
public record Rights(boolean everybody, List<Right> rights) {

    private static final String EVERYBODY = "everybody";
    /** But the system itself. */
    private static final String NOBODY = "nobody";

    static Rights parse(String text) {
        if (text.equals(EVERYBODY)) {
            return new Rights(true, List.of());
        }
        if (text.equals(NOBODY)) {
            return new Rights(false, List.of());
        }
        return new Rights(
                false, Arrays.stream(text.split("\\s+")).map(Right::parse).toList());
    }

    /** Whether the caller may do it to something at least. */
    public boolean allowSomething(Caller caller) {
        return everybody || rights.stream().anyMatch(right -> right.isOf(caller));
    }

    /** Whether the caller may do it to anything, whosever it is. A program's key of one station may for that station alone. */
    public boolean allowAnything(Caller caller) {
        return everybody
                || !caller.isProgramOfOneStation()
                        && rights.stream().anyMatch(right -> right.isOf(caller) && !right.own());
    }

    /**
     * Whether the caller may do it to a thing.
     *
     * @param owner asked only where it matters whose the thing is
     */
    public boolean allow(Caller caller, Supplier<Owner> owner) {
        return allowAnything(caller) || allowSomething(caller) && owner.get().isOnly(caller);
    }

    /** Whether any of them depends on whose something is. */
    public boolean askForOwner() {
        return rights.stream().anyMatch(Right::own);
    }

    @Override
    public String toString() {
        if (rights.isEmpty()) {
            return everybody ? EVERYBODY : NOBODY;
        }
        return rights.stream().map(Right::toString).collect(Collectors.joining(" "));
    }
}
