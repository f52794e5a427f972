package io.jiayou.architecture.samples.purefolds;

import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

class SalesByPosition implements ReadModel<Sales> {

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public Class<Sales> view() {
        return Sales.class;
    }

    @Override
    public List<String> indexes() {
        return List.of();
    }

    @Override
    public Collection<String> documentsOf(Object event) {
        return List.of("all");
    }

    @Override
    public Sales fold(String id, @Nullable Sales view, RecordedEvent event) {
        return new Sales(id, event.position(), event.position());
    }
}
