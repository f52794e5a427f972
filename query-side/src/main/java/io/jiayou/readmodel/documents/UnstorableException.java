package io.jiayou.readmodel.documents;

/** A document can't be kept, whatever the store does: folded again event by event, it shows which one is to blame. */
public final class UnstorableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnstorableException(Generation generation, Throwable cause) {
        super(
                "A document of " + generation.name() + " can't be kept: "
                        + cause.getClass().getSimpleName(),
                cause);
    }
}
