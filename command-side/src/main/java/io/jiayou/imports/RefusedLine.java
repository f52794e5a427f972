package io.jiayou.imports;

/** A line of a file can't be imported; the others can. */
public final class RefusedLine extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    RefusedLine(Refusal refusal, String detail) {
        super(detail, null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
