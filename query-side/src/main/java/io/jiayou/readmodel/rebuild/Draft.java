package io.jiayou.readmodel.rebuild;

import io.jiayou.readmodel.View;
import io.jiayou.readmodel.fold.Change;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document in memory, and what of it is in the store. */
final class Draft<V extends View> {

    private @Nullable V stored;
    private V current;

    private Draft(@Nullable V stored, V current) {
        this.stored = stored;
        this.current = current;
    }

    static <V extends View> Draft<V> unwritten(V first) {
        return new Draft<>(null, first);
    }

    static <V extends View> Draft<V> stored(V view) {
        return new Draft<>(view, view);
    }

    V current() {
        return current;
    }

    void become(V next) {
        this.current = next;
    }

    /** What has to be written, after which it counts as stored; nothing if the store has it. */
    Optional<Change<V>> takeChange() {
        V before = stored;
        if (before == current) {
            return Optional.empty();
        }
        stored = current;
        return Optional.of(new Change<>(before, current));
    }
}
