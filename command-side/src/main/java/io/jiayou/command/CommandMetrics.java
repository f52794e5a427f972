package io.jiayou.command;

import io.jiayou.rules.Rule;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts commands: accepted ones with their time, refused ones by rule, failed ones. */
@Component
public final class CommandMetrics {

    private final MeterRegistry registry;

    public CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void accepted(Object command, long nanos) {
        Timer.builder("jiayou.commands.accepted")
                .description("Accepted commands, from dispatch to durable events")
                .publishPercentileHistogram()
                .tag("command", name(command))
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    void refused(Object command, Rule rule) {
        registry.counter("jiayou.commands.refused", "command", name(command), "rule", rule.code())
                .increment();
    }

    void failed(Object command) {
        registry.counter("jiayou.commands.failed", "command", name(command)).increment();
    }

    private static String name(Object command) {
        return command.getClass().getSimpleName();
    }
}
