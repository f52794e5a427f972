package io.jiayou.dashboard.sales;

import io.jiayou.order.events.OrderCompleted;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds completed orders, and nothing else, into sums. */
@Component
class SalesModel implements ReadModel<SalesDocument> {

    static final String LAYOUT = "layout";
    static final String PERIOD = "period";

    @Override
    public String name() {
        return "sales";
    }

    @Override
    public Class<SalesDocument> view() {
        return SalesDocument.class;
    }

    @Override
    public List<String> indexes() {
        return List.of(LAYOUT + ',' + PERIOD);
    }

    @Override
    public boolean reads(Class<?> event) {
        return event == OrderCompleted.class;
    }

    @Override
    public Collection<String> documentsOf(Object event) {
        return event instanceof OrderCompleted sale
                ? Arrays.stream(SalesLayout.values())
                        .map(layout -> layout.idOf(sale))
                        .toList()
                : List.of();
    }

    @Override
    public SalesDocument fold(String id, @Nullable SalesDocument view, RecordedEvent event) {
        OrderCompleted sale = (OrderCompleted) event.payload();
        SalesLayout layout = SalesLayout.ofId(id);
        SalesDocument before =
                view == null ? new SalesDocument(id, layout, layout.periodOf(sale), List.of(), -1) : view;
        return before.plus(layout.cellOf(sale), event.position());
    }
}
