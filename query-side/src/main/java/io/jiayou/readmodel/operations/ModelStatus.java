package io.jiayou.readmodel.operations;

import io.jiayou.readmodel.documents.StoppedDocuments.Missing;
import io.jiayou.readmodel.documents.StoppedDocuments.Stopped;
import io.jiayou.readmodel.projection.Failure;
import io.jiayou.readmodel.rebuild.RebuildReport;
import io.jiayou.readmodel.rebuild.VerificationReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a read model stands, as this node knows.
 *
 * @param generation that is live; none before the first fill has ended
 * @param previous the generation kept for a way back
 * @param position up to which all events are visible, -1 for none
 * @param lagEvents how many events it is behind the store's head
 * @param caughtUp whether it has been close to the head since this node started
 * @param workedOnHere whether this node does its work
 * @param failure why it doesn't get on; only the node that does the work knows
 * @param stopped the documents that stand still, each before an event that it can't take; all others go on
 * @param incomplete events of which nobody knows which documents they would have reached
 * @param rebuild under way or the last one of this node
 * @param verification under way or the last one of this node
 */
public record ModelStatus(
        String name,
        @Nullable Integer generation,
        @Nullable Integer previous,
        long position,
        long lagEvents,
        boolean caughtUp,
        boolean workedOnHere,
        @Nullable Failure failure,
        List<Stopped> stopped,
        List<Missing> incomplete,
        @Nullable RebuildReport rebuild,
        @Nullable VerificationReport verification) {

    /** Whether queries may rely on it. Documents that stand still say so themselves. */
    public boolean serves() {
        return caughtUp && failure == null;
    }
}
