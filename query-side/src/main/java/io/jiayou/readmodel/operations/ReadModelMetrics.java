package io.jiayou.readmodel.operations;

import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How far the read models are, for alarms: a lag that doesn't go down, a model that fails. */
@Component
class ReadModelMetrics implements MeterBinder {

    private final Catalogue models;
    private final Observatory observatory;

    ReadModelMetrics(Catalogue models, Observatory observatory) {
        this.models = models;
        this.observatory = observatory;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ReadModel<?> model : models.all()) {
            gauge(
                    registry,
                    model,
                    "position",
                    "The position up to which all events are visible",
                    ModelStatus::position);
            gauge(registry, model, "lag.events", "Events behind the event store's head", ModelStatus::lagEvents);
            gauge(
                    registry,
                    model,
                    "failing",
                    "1 while the model's work fails on this node",
                    status -> status.failure() == null ? 0 : 1);
            gauge(
                    registry,
                    model,
                    "stopped",
                    "Documents that stand still before an event, and events that the model misses",
                    status -> status.stopped().size() + status.incomplete().size());
            gauge(
                    registry,
                    model,
                    "generation",
                    "The number of the live generation",
                    status -> status.generation() == null ? 0 : status.generation());
        }
    }

    private void gauge(
            MeterRegistry registry,
            ReadModel<?> model,
            String name,
            String description,
            ToDoubleFunction<ModelStatus> value) {
        Gauge.builder("jiayou.readmodel." + name, () -> value.applyAsDouble(observatory.of(model)))
                .description(description)
                .tag("model", model.name())
                .register(registry);
    }
}
