package io.jiayou.command;

import io.jiayou.rules.Rule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Counts commands: accepted ones with their time, refused ones by rule, repeated and failed ones. */
@Component
public final class CommandMetrics {

    private final MeterRegistry registry;
    /** A registry looks a meter up by comparing all its tags, too dear for every command. */
    private final ConcurrentMap<Class<?>, Timer> accepted = new ConcurrentHashMap<>();

    public CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void accepted(Object command, long nanos) {
        accepted.computeIfAbsent(command.getClass(), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    void refused(Object command, Rule rule) {
        registry.counter("jiayou.commands.refused", "command", name(command.getClass()), "rule", rule.code())
                .increment();
    }

    /** Sent again since somebody else changed the same aggregate first. */
    void repeated(Object command) {
        registry.counter("jiayou.commands.repeated", "command", name(command.getClass()))
                .increment();
    }

    void failed(Object command) {
        registry.counter("jiayou.commands.failed", "command", name(command.getClass()))
                .increment();
    }

    private Timer timer(Class<?> command) {
        return Timer.builder("jiayou.commands.accepted")
                .description("Accepted commands, from dispatch to durable events")
                .publishPercentileHistogram()
                .tag("command", name(command))
                .register(registry);
    }

    private static String name(Class<?> command) {
        return command.getSimpleName();
    }
}
