package io.jiayou.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What monitoring expects of the scrape of a whole system that has had some orders. */
public final class Expectations {

    /** A scrape is read and kept every few seconds, by node: what nobody reads has no place in it. */
    private static final int BYTES = 70_000;

    private Expectations() {}

    public static void of(String text) throws IOException, InterruptedException {
        Scrape scrape = Scrape.parse(text);
        assertThat(MetricsLint.complaints(scrape, "jiayou_")).isEmpty();
        assertThat(scrape.names())
                .as("what the rules read")
                .containsAll(MonitoringFiles.metricsOfRules())
                .as("what the dashboard reads")
                .containsAll(MonitoringFiles.metricsOfDashboard());
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(BYTES);
        if (Promtool.isHere()) {
            Promtool.Run run = Promtool.run(Path.of("."), text, "check", "metrics");
            assertThat(run.output().lines().filter(line -> line.startsWith("jiayou_")))
                    .isEmpty();
        }
    }
}
