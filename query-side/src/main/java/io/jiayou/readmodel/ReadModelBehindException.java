package io.jiayou.readmodel;

/** A read model hasn't seen what a query wants to see, or hasn't been filled yet. Asking again later helps. */
public final class ReadModelBehindException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param wanted the position that the query named, or -1 if it named none */
    public ReadModelBehindException(String model, long wanted, long position) {
        super(
                wanted < 0
                        ? "%s isn't filled yet".formatted(model)
                        : "%s has seen position %d, not %d".formatted(model, position, wanted),
                null,
                false,
                false);
    }
}
