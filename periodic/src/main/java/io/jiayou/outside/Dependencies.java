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

    Dependencies(List<Dependency> all) {
        this.all = List.copyOf(all);
    }

    /** For a process that calls nobody. */
    public static Dependencies none() {
        return new Dependencies(List.of());
    }

    Dependencies watched(Schedule schedule) {
        all.forEach(each -> schedule.begin(each.watch()));
        return this;
    }

    public List<Dependency> all() {
        return all;
    }

    /** The one that a failure says is away, if it's one; that is noted. Of two of a kind it's the one that is known to be away. */
    public Optional<Dependency> behind(Throwable failure) {
        List<Dependency> possible =
                all.stream().filter(each -> each.isBehind(failure)).toList();
        possible.forEach(each -> each.failed(failure));
        return possible.stream()
                .filter(each -> each.absence().isPresent())
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    /** Whatever comes back, somebody is told of it who may have given up for a while. Mustn't take long. */
    public void whenBack(Runnable told) {
        all.forEach(each -> each.whenBack(told));
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
