package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.fold.Change;
import io.jiayou.readmodel.fold.Folding;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.history.HistoryReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Documents folded from the events with no store at all, or those of them that a share of the ids belongs to. */
final class FoldInMemory<V extends View> implements Candidate<V>, AutoCloseable {

    private static final int CHUNK = 2_000;

    private final ReadModel<V> model;
    private final HistoryReader reader;
    private final LongConsumer progress;
    private final SortedMap<String, V> documents = new TreeMap<>();

    /**
     * @param ids the share of the documents that is folded
     * @param progress is told how many more events were read
     */
    FoldInMemory(ReadModel<V> model, History history, Predicate<String> ids, LongConsumer progress) {
        this.model = new Share<>(model, ids);
        this.reader = new HistoryReader(history, -1);
        this.progress = progress;
    }

    @Override
    public long position() {
        return reader.position();
    }

    @Override
    public Iterable<V> inOrder() {
        return documents.values();
    }

    @Override
    public void goOnTo(long position) throws InterruptedException {
        while (reader.position() < position) {
            List<RecordedEvent> events = reader.next(position, CHUNK);
            for (Change<V> change : Folding.fold(model, events, this::existing)) {
                documents.put(change.after().id(), change.after());
            }
            progress.accept(events.size());
        }
    }

    @Override
    public Optional<V> find(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    @Override
    public void close() {
        reader.close();
    }

    private Map<String, V> existing(Set<String> ids) {
        Map<String, V> existing = HashMap.newHashMap(ids.size());
        for (String id : ids) {
            V view = documents.get(id);
            if (view != null) {
                existing.put(id, view);
            }
        }
        return existing;
    }

    private record Share<V extends View>(ReadModel<V> whole, Predicate<String> ids) implements ReadModel<V> {

        @Override
        public String name() {
            return whole.name();
        }

        @Override
        public Class<V> view() {
            return whole.view();
        }

        @Override
        public List<String> indexes() {
            return whole.indexes();
        }

        @Override
        public Collection<String> documentsOf(Object event) {
            Collection<String> all = whole.documentsOf(event);
            return all.isEmpty() ? all : all.stream().filter(ids).toList();
        }

        @Override
        public V fold(String id, @Nullable V view, RecordedEvent event) {
            return whole.fold(id, view, event);
        }
    }
}
