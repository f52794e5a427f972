package io.jiayou.audit.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How many alarms of each kind there are, from the start: none is 0, so that rules can tell none from nobody who says so. */
record AlarmMetrics(Alarms alarms) implements MeterBinder {

    static final String NAME = "jiayou.audit.alarms";

    @Override
    public void bindTo(MeterRegistry registry) {
        for (AlarmKind kind : AlarmKind.values()) {
            Gauge.builder(NAME, alarms, all -> all.count(kind))
                    .description("Alarms that are raised now, by kind")
                    .tag("alarm", kind.code())
                    .register(registry);
        }
    }
}
