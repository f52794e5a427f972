package io.jiayou.readmodel.operations;

import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.Generations;
import io.jiayou.readmodel.documents.Lineage;
import io.jiayou.readmodel.documents.StoppedDocuments.Missing;
import io.jiayou.readmodel.documents.StoppedDocuments.Stopped;
import io.jiayou.readmodel.fold.Marks;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.projection.Failure;
import io.jiayou.readmodel.projection.Positions;
import io.jiayou.readmodel.projection.Processors;
import io.jiayou.readmodel.rebuild.Rebuilds;
import io.jiayou.readmodel.rebuild.Verifications;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sees how the read models stand. */
public final class Observatory {

    private final Catalogue models;
    private final Generations generations;
    private final Processors processors;
    private final Positions positions;
    private final Rebuilds rebuilds;
    private final Verifications verifications;
    private final History history;
    private final long readyWithin;
    private final Set<String> caughtUp = ConcurrentHashMap.newKeySet();
    private volatile long headAtStart = Long.MIN_VALUE;

    /** @param readyWithin how many events a model may be behind the head that the store had at the first look */
    public Observatory(
            Catalogue models,
            Generations generations,
            Processors processors,
            Positions positions,
            Rebuilds rebuilds,
            Verifications verifications,
            History history,
            long readyWithin) {
        this.models = models;
        this.generations = generations;
        this.processors = processors;
        this.positions = positions;
        this.rebuilds = rebuilds;
        this.verifications = verifications;
        this.history = history;
        this.readyWithin = readyWithin;
    }

    /** The position of the store's last event, at most half a second old. */
    public long head() {
        return history.recentHead();
    }

    public List<ModelStatus> all() {
        return models.all().stream().map(this::of).toList();
    }

    public ModelStatus of(ReadModel<?> model) {
        Optional<Lineage> lineage = generations.lineage(model);
        Optional<Generation> live = lineage.map(Lineage::live);
        long position = positions.of(model);
        Marks marks = live.map(generations.stops()::of).orElse(Marks.NONE);
        return new ModelStatus(
                model.name(),
                number(live),
                number(lineage.map(Lineage::previous)),
                position,
                Math.max(0, head() - position),
                live.isPresent() && hasCaughtUp(model, position),
                live.filter(processors::workHere).isPresent(),
                failure(live),
                marks.stopped().entrySet().stream()
                        .map(it -> Stopped.of(it.getKey(), it.getValue()))
                        .toList(),
                marks.incomplete().values().stream().map(Missing::of).toList(),
                rebuilds.report(model).orElse(null),
                verifications.report(model).orElse(null));
    }

    private boolean hasCaughtUp(ReadModel<?> model, long position) {
        if (headAtStart == Long.MIN_VALUE) {
            headAtStart = history.head();
        }
        if (position + readyWithin >= headAtStart) {
            caughtUp.add(model.name());
        }
        return caughtUp.contains(model.name());
    }

    private @Nullable Failure failure(Optional<Generation> live) {
        return live.map(processors::progress)
                .map(progress -> progress.failure())
                .orElse(null);
    }

    private static @Nullable Integer number(Optional<Generation> generation) {
        return generation.map(Generation::number).orElse(null);
    }
}
