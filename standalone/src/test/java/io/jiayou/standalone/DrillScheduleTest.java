package io.jiayou.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.periodic.Schedule;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrillScheduleTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Whoever orders fuel meanwhile comes first; what was rotated is opened by the older identity. */
    @Test
    void drillsInAProcessOfTheLowestPriorityWithEveryIdentity() {
        try (Schedule schedule = Schedule.ofTheProcess()) {
            DrillSchedule drills = new DrillSchedule(
                    schedule,
                    Path.of("data"),
                    List.of(Path.of("old.txt"), Path.of("new.txt")),
                    LocalTime.of(4, 0),
                    SHANGHAI);

            assertThat(drills.process().command())
                    .startsWith("nice", "-n", "19")
                    .endsWith("drill", "--data", "data", "--identity", "old.txt", "--identity", "new.txt");
            assertThat(drills.next().atZone(SHANGHAI).toLocalTime()).isEqualTo(LocalTime.of(4, 0));
        }
    }
}
