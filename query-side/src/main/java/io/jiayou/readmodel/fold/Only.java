package io.jiayou.readmodel.fold;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A read model without most of its documents. */
public record Only<V extends View>(ReadModel<V> whole, Predicate<String> ids) implements ReadModel<V> {

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
    public boolean reads(Class<?> event) {
        return whole.reads(event);
    }

    @Override
    public boolean isKeyedByAggregate() {
        return whole.isKeyedByAggregate();
    }

    @Override
    public Collection<String> documentsOf(Object event) {
        return whole.documentsOf(event).stream().filter(ids).toList();
    }

    @Override
    public V fold(String id, @Nullable V view, RecordedEvent event) {
        return whole.fold(id, view, event);
    }
}
