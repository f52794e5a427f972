package io.jiayou.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The metric that rules of monitoring read. */
class AlarmMetricsTest {

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Alarms alarms;

    AlarmMetricsTest(@TempDir Path directory) {
        alarms = new Alarms(Clock.systemUTC(), AlarmJournal.in(directory));
        new AlarmMetrics(alarms).bindTo(registry);
    }

    private double shown(AlarmKind kind) {
        return registry.get(AlarmMetrics.NAME).tag("alarm", kind.code()).gauge().value();
    }

    @ParameterizedTest
    @EnumSource
    void showEachKindFromTheStartAndWhileItIsRaised(AlarmKind kind) {
        AlarmName name = kind.separator().isEmpty() ? kind.alone() : kind.of("/mnt/usb");
        assertThat(shown(kind)).isZero();

        alarms.raise(name, "a reason");
        assertThat(shown(kind)).isEqualTo(1);
        alarms.raise(name, "another reason");
        assertThat(shown(kind)).isEqualTo(1);
        for (AlarmKind other : AlarmKind.values()) {
            assertThat(shown(other)).as(other.code()).isEqualTo(other == kind ? 1 : 0);
        }

        alarms.clear(name);
        assertThat(shown(kind)).isZero();
    }

    @Test
    void countThoseOfSeveralTargets() {
        alarms.raise(AlarmKind.ARCHIVE.of("one"), "late");
        alarms.raise(AlarmKind.ARCHIVE.of("other"), "late");

        assertThat(shown(AlarmKind.ARCHIVE)).isEqualTo(2);
        assertThat(alarms.all()).extracting(Alarms.Alarm::what).containsExactly("archive one", "archive other");
    }

    /** Two periodic alarms begin alike. */
    @Test
    void tellTheAlarmOfATaskFromThatOfAnotherNode() {
        alarms.raise(AlarmKind.PERIODIC.of("elsewhere-not"), "silent");

        assertThat(shown(AlarmKind.PERIODIC)).isEqualTo(1);
        assertThat(shown(AlarmKind.PERIODIC_ELSEWHERE)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void anAlarmIsAboutSomethingOrNothing(AlarmKind kind) {
        if (kind.separator().isEmpty()) {
            assertThatThrownBy(() -> kind.of("something")).isInstanceOf(IllegalStateException.class);
        } else {
            assertThatThrownBy(kind::alone).isInstanceOf(IllegalStateException.class);
        }
    }
}
