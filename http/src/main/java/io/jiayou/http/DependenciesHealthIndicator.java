package io.jiayou.http;

import io.jiayou.outside.Dependencies;
import io.jiayou.outside.Dependency;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * What this node depends on, as it's known: nothing is asked. Out of service while something is away without which it can't do its
 * own work ({@code jiayou.outside.needed}); as a part of readiness it lets other nodes take the requests.
 */
@Component("dependenciesHealthIndicator")
final class DependenciesHealthIndicator extends AbstractHealthIndicator {

    private final Dependencies dependencies;
    private final List<String> needed;

    DependenciesHealthIndicator(Dependencies dependencies, @Value("${jiayou.outside.needed:}") List<String> needed) {
        this.dependencies = dependencies;
        this.needed = needed;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (Dependency each : dependencies.all()) {
            each.absence().ifPresent(absence -> {
                health.withDetail(
                        each.name(), Map.of("awaySince", absence.since().toString(), "why", absence.why()));
                if (needed.contains(each.name())) {
                    health.outOfService();
                }
            });
        }
    }
}
