package io.jiayou.readmodel;

import io.jiayou.rules.Detail;

/** A read model hasn't seen what a query wants to see, or hasn't been filled yet. Asking again later helps. */
public final class ReadModelBehindException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Detail detail;

    /** @param wanted the position that the query named, or -1 if it named none */
    public ReadModelBehindException(String model, long wanted, long position) {
        this(
                wanted < 0
                        ? Detail.of("{0} isn't filled yet", model)
                        : Detail.of(
                                "{0} has seen position {1}, not {2}",
                                model, Long.toString(position), Long.toString(wanted)));
    }

    private ReadModelBehindException(Detail detail) {
        super(detail.toString(), null, false, false);
        this.detail = detail;
    }

    public Detail detail() {
        return detail;
    }
}
