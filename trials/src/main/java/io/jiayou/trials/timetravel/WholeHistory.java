package io.jiayou.trials.timetravel;

import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.history.HistoryReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions by folding all events from the first one on, once for all questions: a question is answered when the
 * first event of its document comes that lies behind its moment.
 */
final class WholeHistory {

    private static final int CHUNK = 2_000;

    /** A document on its way, with the questions that are still open. */
    private static final class Fold<V extends View> {

        private final AggregateReadModel<V> model;
        private final String id;
        private final List<Question> open = new ArrayList<>();
        private @Nullable V view;

        private Fold(AggregateReadModel<V> model, String id) {
            this.model = model;
            this.id = id;
        }

        private void next(RecordedEvent event, Map<Question, @Nullable View> answers) {
            for (Iterator<Question> each = open.iterator(); each.hasNext(); ) {
                Question question = each.next();
                if (question.isBefore(event)) {
                    answers.put(question, view);
                    each.remove();
                }
            }
            view = model.fold(id, view, event);
        }
    }

    private final History history;
    private final long head;

    /** Up to an event that exists. */
    WholeHistory(History history, long head) {
        this.history = history;
        this.head = head;
    }

    /** Shows every event to somebody. */
    void read(Consumer<RecordedEvent> reader) throws InterruptedException {
        try (HistoryReader events = new HistoryReader(history, -1)) {
            while (events.position() < head) {
                events.next(head, CHUNK).forEach(reader);
            }
        }
    }

    /** What each question's document was; null where there was none. */
    Map<Question, @Nullable View> answers(Collection<Question> questions) throws InterruptedException {
        Map<AggregateReadModel<?>, Map<String, Fold<?>>> folds = new LinkedHashMap<>();
        for (Question question : questions) {
            folds.computeIfAbsent(question.model(), model -> new HashMap<>())
                    .computeIfAbsent(question.id(), id -> new Fold<>(question.model(), id))
                    .open
                    .add(question);
        }
        Map<Question, @Nullable View> answers = new HashMap<>();
        read(event -> folds.forEach((model, documents) -> {
            for (String id : model.documentsOf(event.payload())) {
                Fold<?> fold = documents.get(id);
                if (fold != null) {
                    fold.next(event, answers);
                }
            }
        }));
        for (Map<String, Fold<?>> documents : folds.values()) {
            documents.values().forEach(fold -> fold.open.forEach(question -> answers.put(question, fold.view)));
        }
        return answers;
    }
}
