package io.jiayou.audit.report;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Said;

/**
 * What a line of the report is about.
 *
 * @param code for programs, in English
 * @param shown for people
 */
record What(String code, Said shown) {

    /** Nothing of the kind. */
    static final What NONE = of(Detail.of("none"));

    /** Programs read the English. */
    static What of(Detail text) {
        return new What(text.toString(), text);
    }
}
