package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.Generation;
import io.jiayou.readmodel.documents.PastRecord;
import io.jiayou.readmodel.documents.PastRecord.Share;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents of pasts. */
record PastContents(Workshop workshop) {

    /** Those of one model; none if the past doesn't hold it. */
    <V extends View> Optional<Documents<V>> of(PastRecord past, ReadModel<V> model) {
        return past.share(model.name()).map(share -> workshop.generations().documents(model, share.asGeneration()));
    }

    /** Whether there are as many as there were when it got ready: they never change. */
    boolean areWhole(PastRecord past) {
        return past.models().stream().allMatch(share -> count(share).equals(Optional.ofNullable(share.documents())));
    }

    private Optional<Long> count(Share share) {
        return workshop.models().named(share.model()).map(model -> workshop.generations()
                .documents(model, share.asGeneration())
                .collection()
                .countDocuments());
    }

    /** @param there none for what is live */
    List<ModelDifferences> differences(PastRecord here, @Nullable PastRecord there) {
        return here.models().stream()
                .flatMap(share -> workshop.models().named(share.model()).stream()
                        .flatMap(model -> differences(model, share, there).stream()))
                .toList();
    }

    private <V extends View> Optional<ModelDifferences> differences(
            ReadModel<V> model, Share here, @Nullable PastRecord there) {
        Optional<Generation> other = there == null
                ? workshop.generations().live(model)
                : there.share(model.name()).map(Share::asGeneration);
        return other.map(generation -> ModelDifferences.between(
                model.name(),
                workshop.generations().documents(model, here.asGeneration()),
                workshop.generations().documents(model, generation)));
    }
}
