package io.jiayou.readmodel.projection;

import io.jiayou.readmodel.projection.Failure.Step;
import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The event store as a processor sees it. A stream is opened where the claimed token stands, which tells how far the
 * documents are; one that can't be opened, for instance since the token is ahead of a restored store, would otherwise
 * stand in the log only.
 *
 * @param opened is told each time that a stream is opened: another node may have worked before
 */
record WatchedSource(EventStore events, Progress progress, Runnable opened)
        implements StreamableMessageSource<TrackedEventMessage<?>> {

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        try {
            BlockingStream<TrackedEventMessage<?>> stream = events.openStream(token);
            opened.run();
            progress.advanceTo(token == null ? -1 : token.position().orElse(-1));
            progress.recovered(Step.READING);
            return stream;
        } catch (RuntimeException e) {
            progress.failed(Step.READING, e);
            throw e;
        }
    }

    @Override
    public TrackingToken createTailToken() {
        return events.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return events.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return events.createTokenAt(moment);
    }
}
