package io.jiayou.architecture.samples.timers.owned;

import io.jiayou.architecture.Breaks;
import org.springframework.scheduling.TaskScheduler;

@Breaks
record TakesSpringsScheduler(TaskScheduler scheduler) {}
