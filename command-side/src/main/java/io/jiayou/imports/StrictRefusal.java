package io.jiayou.imports;

/** A strict import met a fault, so nothing was imported. */
public final class StrictRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Report report;

    /** @param report with all faults */
    public StrictRefusal(Report report) {
        super("nothing was imported: strict imports bear no faults", null, false, false);
        this.report = report;
    }

    public Report report() {
        return report;
    }
}
