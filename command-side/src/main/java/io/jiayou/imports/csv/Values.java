package io.jiayou.imports.csv;

import java.util.List;
import java.util.Map;

/** The values of a row, by the names of their columns. */
public final class Values {

    private final List<String> fields;
    private final Map<String, Integer> columns;
    private final boolean ended;

    Values(List<String> fields, Map<String, Integer> columns, boolean ended) {
        this.fields = fields;
        this.columns = columns;
        this.ended = ended;
    }

    /**
     * Whether its line has an end, or its last value a closing quote. The last line of a file that was cut off has neither.
     */
    public boolean isEnded() {
        return ended;
    }

    /** Whether something may be missing from the end of a value. */
    public boolean mayBeCutOff(String column) {
        return !ended && index(column) == fields.size() - 1;
    }

    /** The value that stands last in the line. */
    public String last() {
        return fields.getLast().strip();
    }

    /**
     * A value without spaces around it.
     *
     * @throws IllegalArgumentException for a column that isn't there
     */
    public String get(String column) {
        return fields.get(index(column)).strip();
    }

    private int index(String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return index;
    }
}
