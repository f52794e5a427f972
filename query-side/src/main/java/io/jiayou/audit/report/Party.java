package io.jiayou.audit.report;

/**
 * Somebody or something that a line names.
 *
 * @param id empty for nobody
 * @param name as whoever asks may read it; empty if it has none, or none that may be read
 */
record Party(String id, String name) {

    static final Party NOBODY = of("");

    static Party of(String id) {
        return new Party(id, "");
    }
}
