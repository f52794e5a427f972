package io.jiayou.audit.personal;

import org.jspecify.annotations.Nullable;

/** A document that is one person's, with all that is in it. Of texts in it that are {@link Opened} only this person's are. */
public interface OfPerson {

    /** Whose keys seal what is personal in it; none for a document of nobody known. */
    @Nullable
    String person();
}
