package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.fold.Change;
import io.jiayou.readmodel.fold.Fold;
import io.jiayou.readmodel.fold.Marks;
import io.jiayou.readmodel.fold.Only;
import io.jiayou.readmodel.fold.Shelf;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.history.HistoryReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/** Documents folded from the events with no store at all, or those of them that a share of the ids belongs to. */
final class FoldInMemory<V extends View> implements Candidate<V>, Shelf<V>, AutoCloseable {

    private static final int CHUNK = 2_000;

    private final Fold<V> fold;
    private final HistoryReader reader;
    private final LongConsumer progress;
    private final SortedMap<String, V> documents = new TreeMap<>();

    /**
     * @param end where it is going to, at least: what is annulled up to there is left out
     * @param ids the share of the documents that is folded
     * @param progress is told how many more events were read
     */
    FoldInMemory(ReadModel<V> model, History history, long end, Predicate<String> ids, LongConsumer progress) {
        this.fold = Fold.fromTheStart(new Only<>(model, ids), this, history.annulledUpTo(end), history.replay());
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
            fold.take(events);
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

    @Override
    public void write(List<Change<V>> changes) {
        changes.forEach(change -> documents.put(change.after().id(), change.after()));
    }

    @Override
    public void remove(Set<String> ids) {
        documents.keySet().removeAll(ids);
    }

    @Override
    public void keep(Marks marks) {
        // nobody asks for them here
    }

    @Override
    public Map<String, V> load(Set<String> ids) {
        Map<String, V> existing = HashMap.newHashMap(ids.size());
        for (String id : ids) {
            V view = documents.get(id);
            if (view != null) {
                existing.put(id, view);
            }
        }
        return existing;
    }
}
