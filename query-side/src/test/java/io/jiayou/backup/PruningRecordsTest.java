package io.jiayou.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.archive.target.Target;
import io.jiayou.audit.log.Alarms;
import io.jiayou.commandcalls.CommandCalls;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PruningRecordsTest {

    @TempDir
    private Path directory;

    private PruningRecords records(ThreeFullBackups backups, Schedule schedule) {
        return new PruningRecords(
                backups.archives, directory, new CommandCalls(null, null, "archive"), backups.alarms, schedule);
    }

    @Test
    void oneTargetThatHangsHoldsUpNoOther() {
        ThreeFullBackups backups = ThreeFullBackups.in(directory);
        try (Schedule schedule = Schedule.ofTheProcess()) {
            PruningRecords records = records(backups, schedule);
            records.start();

            assertThat(schedule.tasks())
                    .extracting(TaskState::name)
                    .containsExactlyInAnyOrder("pruning-records-" + backups.usb, "pruning-records-" + backups.share);
            records.stop();
            assertThat(schedule.tasks()).isEmpty();
        }
    }

    @Test
    void theAlarmLastsAsLongAsOneTargetFails() throws IOException {
        ThreeFullBackups backups = ThreeFullBackups.in(directory);
        try (Schedule schedule = Schedule.ofTheProcess()) {
            PruningRecords records = records(backups, schedule);
            Target usb = backups.archives.targets().getFirst();
            Target share = backups.archives.targets().getLast();
            Path unplugged = directory.resolve("unplugged");
            Files.move(backups.usb, unplugged);
            for (int turn = 0; turn < 2; turn++) {
                assertThatThrownBy(() -> records.look(usb)).isInstanceOf(IOException.class);
            }
            records.look(share);
            assertThat(raised(backups)).containsExactly("pruning-records");

            Files.move(unplugged, backups.usb);
            records.look(usb);
            assertThat(raised(backups)).isEmpty();
        }
    }

    private static List<String> raised(ThreeFullBackups backups) {
        return backups.alarms.all().stream().map(Alarms.Alarm::what).toList();
    }
}
