package io.jiayou.query;

import com.mongodb.client.MongoCollection;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.ReadModelBehindException;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.Views;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.projection.Positions;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Live documents of which none is said to be missing before all events are seen that were there when it was asked for. So
 * what was acknowledged is found without naming its version; only who finds nothing waits.
 *
 * @param patience how long
 */
record AwaitingViews<V extends View>(
        Views<V> views, ReadModel<V> model, History history, Positions positions, Duration patience)
        implements Views<V> {

    /** @throws ReadModelBehindException if there's no such document yet, and events are missing still */
    @Override
    public Optional<V> find(String id) {
        return views.find(id).or(() -> {
            awaitHead();
            return views.find(id);
        });
    }

    private void awaitHead() {
        long head = history.head();
        try {
            if (!positions.await(model, head, patience)) {
                throw new ReadModelBehindException(model.name(), head, positions.of(model));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReadModelBehindException(model.name(), head, positions.of(model));
        }
    }

    @Override
    public OptionalLong stop(String id) {
        return views.stop(id);
    }

    @Override
    public MongoCollection<V> collection() {
        return views.collection();
    }
}
