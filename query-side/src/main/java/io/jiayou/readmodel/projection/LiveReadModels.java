package io.jiayou.readmodel.projection;

import com.mongodb.client.MongoCollection;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.ReadModelBehindException;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.Views;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.fold.Stop;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads from whichever generation is live. */
public final class LiveReadModels implements ReadModels {

    private final Generations generations;

    public LiveReadModels(Generations generations) {
        this.generations = generations;
    }

    @Override
    public Instant moment() {
        return Instant.now();
    }

    @Override
    public <V extends View> Views<V> of(ReadModel<V> model) {
        return new Views<>() {

            @Override
            public Optional<V> find(String id) {
                return Optional.ofNullable(collection()
                        .find(com.mongodb.client.model.Filters.eq(id))
                        .first());
            }

            @Override
            public OptionalLong stop(String id) {
                return generations
                        .live(model)
                        .flatMap(live -> generations.stops().of(live).stopOf(id))
                        .stream()
                        .mapToLong(Stop::position)
                        .findFirst();
            }

            @Override
            public MongoCollection<V> collection() {
                return generations
                        .live(model)
                        .map(generation ->
                                generations.documents(model, generation).collection())
                        .orElseThrow(() -> new ReadModelBehindException(model.name(), -1, -1));
            }
        };
    }
}
