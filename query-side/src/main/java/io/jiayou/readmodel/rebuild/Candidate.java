package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.View;
import java.util.Optional;

/** Documents folded from the events independently of the live ones, which stand still unless told to go on. */
interface Candidate<V extends View> {

    /** The last position folded. */
    long position();

    /** All documents at this position, in the order of their ids. */
    Iterable<V> inOrder();

    /** Folds on up to a later position, which exists. */
    void goOnTo(long position) throws InterruptedException;

    /** A document at this position. */
    Optional<V> find(String id);
}
