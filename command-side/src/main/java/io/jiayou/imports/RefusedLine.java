package io.jiayou.imports;

import io.jiayou.rules.Detail;

/** A line of a file can't be imported; the others can. */
public final class RefusedLine extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Refusal refusal;
    private final transient Detail detail;

    RefusedLine(Refusal refusal, Detail detail) {
        super(null, null, false, false);
        this.refusal = refusal;
        this.detail = detail;
    }

    /** Made when somebody asks: a file may have millions of such lines, of which few are told. */
    @Override
    public String getMessage() {
        return detail.toString();
    }

    public Refusal refusal() {
        return refusal;
    }

    public Detail detail() {
        return detail;
    }
}
