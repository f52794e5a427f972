package io.jiayou.query;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.Views;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.documents.PastRecord;
import io.jiayou.readmodel.fold.Marks;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.projection.Positions;
import java.time.Instant;
import java.util.Optional;

/** Reads from the past that the request chose, and without one from what is live. */
final class ChosenReadModels implements ReadModels {

    private final Generations generations;
    private final ReadModels live;
    private final History history;
    private final Positions positions;

    ChosenReadModels(Generations generations, ReadModels live, History history, Positions positions) {
        this.generations = generations;
        this.live = live;
        this.history = history;
        this.positions = positions;
    }

    @Override
    public <V extends View> Views<V> of(ReadModel<V> model) {
        return ChosenPast.here().<Views<V>>map(past -> views(past, model)).orElseGet(() -> live(model));
    }

    private <V extends View> Views<V> live(ReadModel<V> model) {
        return new MarkedViews<>(
                new AwaitingViews<>(live.of(model), model, history, positions, ReadYourWrites.PATIENCE),
                () -> generations.live(model).map(generations.stops()::of).orElse(Marks.NONE));
    }

    @Override
    public Instant moment() {
        return ChosenPast.here().map(PastRecord::moment).orElseGet(live::moment);
    }

    private <V extends View> Views<V> views(PastRecord past, ReadModel<V> model) {
        Documents<V> documents = past.share(model.name())
                .map(share -> generations.documents(model, share.asGeneration()))
                .orElseThrow(() -> new IllegalStateException(past.name() + " doesn't hold " + model.name()));
        return new MarkedViews<>(views(documents.collection()), documents::marks);
    }

    private static <V extends View> Views<V> views(MongoCollection<V> collection) {
        return new Views<>() {
            @Override
            public Optional<V> find(String id) {
                return Optional.ofNullable(collection.find(Filters.eq(id)).first());
            }

            @Override
            public MongoCollection<V> collection() {
                return collection;
            }
        };
    }
}
