package io.jiayou.outside;

import io.jiayou.periodic.Schedule;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Optional;

/** All that this process calls and that may be away, and who looks after it. */
public final class Dependencies implements MeterBinder {

    private final List<Dependency> all;

    Dependencies(List<Dependency> all, Schedule schedule) {
        this.all = List.copyOf(all);
        this.all.forEach(each -> schedule.begin(each.watch()));
    }

    public List<Dependency> all() {
        return all;
    }

    /** The one that a failure says is away, if it's one. */
    public Optional<Dependency> behind(Throwable failure) {
        return all.stream().filter(each -> each.isBehind(failure)).findFirst();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        all.forEach(each -> Gauge.builder(
                        "jiayou.dependency.away", each, it -> it.absence().isPresent() ? 1 : 0)
                .description("1 while something that this process calls doesn't answer")
                .tag("dependency", each.name())
                .register(registry));
    }
}
