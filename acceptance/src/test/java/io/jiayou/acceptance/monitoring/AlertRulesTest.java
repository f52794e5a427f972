package io.jiayou.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.acceptance.monitoring.MonitoringFiles.AlertRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules for Prometheus, as files. */
class AlertRulesTest {

    private static final String OTHERS = "";

    /**
     * Where what a rule is about is caused, and its metric seen to follow: a test's class and what it looks at. Nothing for what
     * Prometheus, the JVM or the operating system say of themselves.
     */
    private static final Map<String, String> CAUSED = Map.ofEntries(
            Map.entry("JiayouNodeAway", OTHERS),
            Map.entry("JiayouNotReady", "query-side:io.jiayou.query.QuerySideIT:jiayou_ready"),
            Map.entry("JiayouRestarts", OTHERS),
            Map.entry("JiayouDiskAlmostFull", "acceptance:io.jiayou.acceptance.BackupIT:disk_free_bytes"),
            Map.entry("JiayouDiskFull", "acceptance:io.jiayou.acceptance.BackupIT:disk_free_bytes"),
            Map.entry("JiayouHeapFull", OTHERS),
            Map.entry("JiayouFilesAlmostUsedUp", OTHERS),
            Map.entry("JiayouCommandsFail", "command-side:io.jiayou.command.CommandsTest:jiayou.commands.failed"),
            Map.entry("JiayouAnswersFail", "query-side:io.jiayou.query.QuerySideIT:http_server_requests_seconds_count"),
            Map.entry("JiayouAppendsWait", "embedded-stores:io.jiayou.embedded.events.GroupCommitTest:waitingAppends"),
            Map.entry("JiayouReadModelBehind", "query-side:io.jiayou.query.QuerySideIT:jiayou_readmodel_lag_events"),
            Map.entry("JiayouReadModelFails", "query-side:io.jiayou.query.QuerySideIT:jiayou_readmodel_failing"),
            Map.entry(
                    "JiayouDocumentsStandStill", "acceptance:io.jiayou.acceptance.StoppedDocumentIT:readmodel.stopped"),
            Map.entry("JiayouTaskSilent", "periodic:io.jiayou.periodic.PeriodicMetricsTest:jiayou.periodic.silent"),
            Map.entry(
                    "JiayouTasksUnwatched",
                    "periodic:io.jiayou.periodic.PeriodicMetricsTest:jiayou.periodic.unwatched"),
            Map.entry("JiayouClockWrong", "query-side:io.jiayou.audit.clocks.ClockWatchTest:jiayou.clock.ahead"),
            Map.entry("JiayouLogNotSigned", "acceptance:io.jiayou.acceptance.BackupIT:jiayou_audit_size"),
            Map.entry(
                    "JiayouBackupOld",
                    "acceptance:io.jiayou.acceptance.BackupIT:jiayou_archive_full_timestamp_seconds"),
            Map.entry(
                    "JiayouNoBackup", "acceptance:io.jiayou.acceptance.BackupIT:jiayou_archive_full_timestamp_seconds"),
            Map.entry("JiayouArchiveBehind", "acceptance:io.jiayou.acceptance.BackupIT:jiayou_archive_behind"),
            Map.entry(
                    "JiayouPersonalTextMoved",
                    "query-side:io.jiayou.audit.personal.MovedTextsTest:jiayou.personal.misplaced"));

    /** Those of alarms read one metric, which {@code AlarmMetricsTest} sees follow every alarm. */
    private static boolean isOfAnAlarm(AlertRule rule) {
        return Queries.metricsOf(rule.expression()).equals(Set.of("jiayou_audit_alarms"));
    }

    @Test
    void saySinceWhenToWorryHowMuchAndWhatToDo() throws IOException {
        List<AlertRule> rules = MonitoringFiles.rules();

        assertThat(rules).hasSizeGreaterThan(40).extracting(AlertRule::alert).doesNotHaveDuplicates();
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.alert()).matches("Jiayou([A-Z][a-z]+)+");
            assertThat(rule.severity()).isIn("critical", "warning");
            assertThat(rule.annotations()).containsOnlyKeys("summary", "description", "runbook");
            assertThat(isThere(rule.annotations().getOrDefault("runbook", "")))
                    .as("%s: %s", rule.alert(), rule.annotations().get("runbook"))
                    .isTrue();
        });
    }

    @Test
    void fireInATestOfPromtools() throws IOException {
        String tried = Files.readString(MonitoringFiles.PROMETHEUS.resolve("system.test.yaml"))
                + Files.readString(MonitoringFiles.PROMETHEUS.resolve("alarms.test.yaml"));

        assertThat(MonitoringFiles.rules())
                .allSatisfy(rule -> assertThat(tried).contains("alertname=\"" + rule.alert() + "\""));
    }

    @Test
    void readWhatATestHasSeenFollowItsCause() throws IOException {
        List<AlertRule> others = MonitoringFiles.rules().stream()
                .filter(rule -> !isOfAnAlarm(rule))
                .toList();

        assertThat(others)
                .extracting(AlertRule::alert)
                .as("each rule names in CAUSED the test that causes it")
                .containsExactlyInAnyOrderElementsOf(CAUSED.keySet());
        for (String cause : new TreeSet<>(CAUSED.values())) {
            if (!cause.isEmpty()) {
                String[] parts = cause.split(":", -1);
                Path test = Path.of("..", parts[0], "src/test/java", parts[1].replace('.', '/') + ".java");
                assertThat(test).content().as(cause).contains(parts[2]);
            }
        }
    }

    /** Whether a document has such a heading, as a reader of Markdown makes addresses of them. */
    private static boolean isThere(String runbook) {
        String[] parts = runbook.split("#", -1);
        try (Stream<String> lines = Files.lines(Path.of("..", parts[0]))) {
            Set<String> headings = lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ ", "")
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\w\\- ]", "")
                            .replace(' ', '-'))
                    .collect(Collectors.toSet());
            return parts.length == 1 || headings.contains(parts[1]);
        } catch (IOException e) {
            return false;
        }
    }
}
