package io.jiayou.trials.timetravel;

import io.jiayou.audit.timetravel.Moment;
import io.jiayou.audit.timetravel.Moment.AtInstant;
import io.jiayou.audit.timetravel.Moment.AtPosition;
import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.RecordedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Picks documents and moments: positions and instants alike, half of them anywhere in the history and half at or just
 * beside an event of the document, where mistakes would be.
 */
final class Questions {

    private record When(long position, Instant recordedAt) {}

    private record Key(AggregateReadModel<?> model, String id) {}

    private final RandomGenerator random;
    private final Map<Key, List<When>> documents = new LinkedHashMap<>();
    private final Map<AggregateReadModel<?>, List<Key>> byModel = new LinkedHashMap<>();
    private final List<When> all = new ArrayList<>();

    private Questions(RandomGenerator random) {
        this.random = random;
    }

    /** So many different questions about the models' documents. */
    static Set<Question> pick(
            WholeHistory history, List<AggregateReadModel<?>> models, int count, RandomGenerator random)
            throws InterruptedException {
        Questions questions = new Questions(random);
        history.read(event -> questions.see(models, event));
        Set<Question> picked = new LinkedHashSet<>();
        while (picked.size() < count) {
            picked.add(questions.any(models.get(picked.size() % models.size())));
        }
        return picked;
    }

    private void see(List<AggregateReadModel<?>> models, RecordedEvent event) {
        When when = new When(event.position(), event.recordedAt());
        all.add(when);
        for (AggregateReadModel<?> model : models) {
            for (String id : model.documentsOf(event.payload())) {
                Key key = new Key(model, id);
                List<When> own = documents.computeIfAbsent(key, unseen -> new ArrayList<>());
                if (own.isEmpty()) {
                    byModel.computeIfAbsent(model, unseen -> new ArrayList<>()).add(key);
                }
                own.add(when);
            }
        }
    }

    private Question any(AggregateReadModel<?> model) {
        Key document = any(byModel.getOrDefault(model, List.of()));
        When near = any(random.nextBoolean() ? all : documents.getOrDefault(document, List.of()));
        return new Question(document.model(), document.id(), moment(near));
    }

    private Moment moment(When near) {
        return random.nextBoolean()
                ? new AtPosition(Math.clamp(near.position() + random.nextInt(-1, 2), 0, all.size() - 1))
                : new AtInstant(near.recordedAt().plusMillis(random.nextInt(-1, 2)));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
