package io.jiayou.command;

import io.jiayou.rules.Rule;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Counts commands: accepted ones with their time, refused ones by rule, repeated and failed ones. */
@Component
public final class CommandMetrics {

    /** What is told apart in a histogram; its default has seventy steps, of which each command would have all. */
    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    /** Of one kind of command, from its first one on: a counter that begins with its first failure hides that one. */
    private record Meters(Timer accepted, Counter repeated, Counter failed) {}

    private final MeterRegistry registry;
    /** A registry looks a meter up by comparing all its tags, too dear for every command. */
    private final ConcurrentMap<Class<?>, Meters> meters = new ConcurrentHashMap<>();

    public CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void accepted(Object command, long nanos) {
        of(command).accepted().record(nanos, TimeUnit.NANOSECONDS);
    }

    void refused(Object command, Rule rule) {
        of(command);
        Counter.builder("jiayou.commands.refused")
                .description("Commands that a rule refused")
                .tags("command", name(command.getClass()), "rule", rule.code())
                .register(registry)
                .increment();
    }

    /** Sent again since somebody else changed the same aggregate first. */
    void repeated(Object command) {
        of(command).repeated().increment();
    }

    void failed(Object command) {
        of(command).failed().increment();
    }

    private Meters of(Object command) {
        return meters.computeIfAbsent(command.getClass(), this::register);
    }

    private Meters register(Class<?> command) {
        return new Meters(
                Timer.builder("jiayou.commands.accepted")
                        .description("Accepted commands, from dispatch to durable events")
                        .serviceLevelObjectives(STEPS)
                        .tag("command", name(command))
                        .register(registry),
                Counter.builder("jiayou.commands.repeated")
                        .description("Commands that were sent again since the same aggregate was changed first")
                        .tag("command", name(command))
                        .register(registry),
                Counter.builder("jiayou.commands.failed")
                        .description("Commands that ended in a conflict or in a fault of the store")
                        .tag("command", name(command))
                        .register(registry));
    }

    private static String name(Class<?> command) {
        return command.getSimpleName();
    }
}
