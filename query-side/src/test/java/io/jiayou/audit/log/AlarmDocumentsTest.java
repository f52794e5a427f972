package io.jiayou.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.audit.log.AlarmKind.Urgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documents' table of alarms, and Prometheus's rules for them with the test of these rules, are what there is. */
class AlarmDocumentsTest {

    private static final Path OPERATIONS = Path.of("../docs/operations.md");
    private static final Path PROMETHEUS = Path.of("../docker/prometheus");
    private static final String BEGIN = "<!-- the alarms are written by a test -->";
    private static final String END = "<!-- the end of the alarms -->";

    @Test
    void theTableShowsAllAlarms() throws IOException {
        String document = Files.readString(OPERATIONS);

        expect(
                OPERATIONS,
                document.substring(0, document.indexOf(BEGIN))
                        + BEGIN + "\n\n"
                        + "| Alarm | | Reason |\n|---|---|---|\n"
                        + forEach(AlarmDocumentsTest::row)
                        + "\n" + document.substring(document.indexOf(END)));
    }

    @Test
    void aRuleFiresForEachAlarm() throws IOException {
        expect(PROMETHEUS.resolve("alarms.rules.yaml"), """
            # The alarms that the system raises by itself, written from its own table by a test.
            groups:
              - name: jiayou-alarms
                rules:
            """ + forEach(AlarmDocumentsTest::rule));
    }

    @Test
    void theRulesAreTried() throws IOException {
        expect(PROMETHEUS.resolve("alarms.test.yaml"), """
            # Written from the system's own table of alarms by a test.
            rule_files: [alarms.rules.yaml]
            evaluation_interval: 1m
            tests:
            """ + forEach(AlarmDocumentsTest::tried));
    }

    private static void expect(Path document, String expected) throws IOException {
        if (Boolean.getBoolean("jiayou.approve") && System.getenv("CI") == null) {
            Files.writeString(document, expected);
        }
        assertThat(Files.exists(document) ? Files.readString(document) : "")
                .as("%s; -Djiayou.approve=true writes it", document)
                .isEqualTo(expected);
    }

    private static String forEach(Function<AlarmKind, String> text) {
        return Arrays.stream(AlarmKind.values()).map(text).collect(Collectors.joining());
    }

    private static String row(AlarmKind kind) {
        String subject = kind.separator().equals("-") ? "TASK" : "TARGET";
        String name =
                kind.separator().isEmpty() ? kind.code() : kind.of(subject).what();
        return "| `%s` | %s | %s |\n".formatted(name, kind.urgency() == Urgency.NOW ? "now" : "today", kind.meaning());
    }

    private static String rule(AlarmKind kind) {
        return """
                  - alert: %s
                    expr: jiayou_audit_alarms{alarm="%s"} > 0
                    labels: { severity: %s }
                    annotations:
                      summary: "{{ $labels.instance }} raises the alarm %s"
                      description: '%s'
                      runbook: docs/operations.md#alarms
            """.formatted(
                        alert(kind),
                        kind.code(),
                        severity(kind),
                        kind.code(),
                        kind.meaning().replace("'", "''"));
    }

    private static String tried(AlarmKind kind) {
        return """
              - name: %s
                interval: 1m
                input_series:
                  - { series: 'jiayou_audit_alarms{instance="n1",alarm="%s"}', values: "0x5 1x5 0x5" }
                promql_expr_test:
                  - { expr: 'count(ALERTS)', eval_time: 5m, exp_samples: [] }
                  - expr: 'ALERTS{alertstate="firing"}'
                    eval_time: 6m
                    exp_samples:
                      - { labels: 'ALERTS{alertname="%s",alertstate="firing",instance="n1",alarm="%s",severity="%s"}', value: 1 }
                  - { expr: 'count(ALERTS)', eval_time: 12m, exp_samples: [] }
            """.formatted(kind.code(), kind.code(), alert(kind), kind.code(), severity(kind));
    }

    private static String severity(AlarmKind kind) {
        return kind.urgency() == Urgency.NOW ? "critical" : "warning";
    }

    /** {@code JiayouAlarmAuditDamage}. */
    private static String alert(AlarmKind kind) {
        return "JiayouAlarm"
                + Arrays.stream(kind.code().split("-", -1))
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
