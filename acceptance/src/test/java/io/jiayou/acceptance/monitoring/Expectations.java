package io.jiayou.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** What monitoring expects of the scrape of a whole system that has had some orders. */
public final class Expectations {

    /** A scrape is read and kept every few seconds, by node: what nobody reads has no place in it. */
    private static final int BYTES = 70_000;

    /** Counted from the first time on that they happen. */
    private static final Set<String> ON_OCCASION =
            Set.of("jiayou_commands_failed", "jiayou_commands_repeated", "jiayou_logins_refused");

    private Expectations() {}

    public static void of(String text) throws IOException, InterruptedException {
        Scrape scrape = Scrape.parse(text);
        Set<String> explained = MonitoringFiles.explained();
        assertThat(MetricsLint.complaints(scrape, "jiayou_")).isEmpty();
        assertThat(scrape.names())
                .as("what the rules read")
                .containsAll(MonitoringFiles.metricsOfRules())
                .as("what the dashboard reads")
                .containsAll(MonitoringFiles.metricsOfDashboard());
        assertThat(scrape.types().keySet())
                .filteredOn(family -> family.startsWith("jiayou_"))
                .as("what docs/operations.md explains")
                .allMatch(family -> explained.stream().anyMatch(family::startsWith));
        assertThat(explained)
                .as("what docs/operations.md explains and is there from the start on")
                .filteredOn(name -> !ON_OCCASION.contains(name))
                .allMatch(name -> scrape.types().keySet().stream().anyMatch(family -> family.startsWith(name)));
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(BYTES);
        if (Promtool.isHere()) {
            Promtool.Run run = Promtool.run(Path.of("."), text, "check", "metrics");
            assertThat(run.output().lines().filter(line -> line.startsWith("jiayou_")))
                    .isEmpty();
        }
    }
}
