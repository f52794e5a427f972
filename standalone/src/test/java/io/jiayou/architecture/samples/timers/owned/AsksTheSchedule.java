package io.jiayou.architecture.samples.timers.owned;

import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import java.time.Duration;

record AsksTheSchedule(Schedule schedule) {

    Running begin() {
        return schedule.begin(new Task("sample", Due.every(Duration.ofSeconds(1)), () -> {}));
    }
}
