package io.jiayou.readmodel.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Up when every read model has caught up once since the start and none is failing. Part of readiness, not of liveness:
 * a restart wouldn't help.
 */
@Component
class ReadModelsHealthIndicator extends AbstractHealthIndicator {

    private final Observatory observatory;

    ReadModelsHealthIndicator(Observatory observatory) {
        super("The read models can't be asked how they stand");
        this.observatory = observatory;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<ModelStatus> all = observatory.all();
        boolean serve = all.stream().allMatch(ModelStatus::serves);
        all.forEach(model -> health.withDetail(model.name(), details(model)));
        if (serve) {
            health.up();
        } else {
            health.outOfService();
        }
    }

    private static Map<String, Object> details(ModelStatus model) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("serves", model.serves());
        details.put("position", model.position());
        details.put("lagEvents", model.lagEvents());
        if (model.failure() != null) {
            details.put("error", model.failure().error());
        }
        return details;
    }
}
