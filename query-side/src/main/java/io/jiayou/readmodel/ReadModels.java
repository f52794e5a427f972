package io.jiayou.readmodel;

import java.time.Instant;

/** Where queries find the documents of read models. */
public interface ReadModels {

    <V extends View> Views<V> of(ReadModel<V> model);

    /** The moment that these documents speak of: now, unless they are of a past. */
    Instant moment();
}
