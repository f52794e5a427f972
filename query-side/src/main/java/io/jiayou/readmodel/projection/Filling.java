package io.jiayou.readmodel.projection;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.documents.Generation;
import java.util.List;

/** Fills read models that have no live generation. */
public interface Filling {

    /** Sees to it that they get one, unless that's under way here or elsewhere. Returns at once. */
    void fill(List<ReadModel<?>> unfilled);

    /** Whether a generation that isn't live is being worked on here all the same. */
    boolean needs(Generation generation);

    /** Gives up what is under way. */
    void stop();
}
