package io.jiayou.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "io.jiayou.acceptance.monitoring.Promtool#isHere",
        disabledReason = "no promtool: install prometheus")
class PromtoolTest {

    private static void accepts(String... arguments) throws IOException, InterruptedException {
        Promtool.Run run = Promtool.run(MonitoringFiles.PROMETHEUS, "", arguments);

        assertThat(run.status()).as(run.output()).isZero();
    }

    @Test
    void acceptsTheRules() throws Exception {
        accepts("check", "rules", "alarms.rules.yaml", "system.rules.yaml");
    }

    @Test
    void seesEachRuleFireAndNoneWhileAllIsWell() throws Exception {
        accepts("test", "rules", "alarms.test.yaml", "system.test.yaml");
    }

    @Test
    void acceptsTheConfiguration() throws Exception {
        accepts("check", "config", "--syntax-only", "prometheus.yaml");
    }
}
