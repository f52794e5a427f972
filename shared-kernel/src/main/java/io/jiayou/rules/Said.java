package io.jiayou.rules;

import java.util.Locale;

/** Something that is said in the reader's language. */
@FunctionalInterface
public interface Said {

    /** As a reader of this language reads it: see {@link Languages}. */
    String in(Locale reader);
}
