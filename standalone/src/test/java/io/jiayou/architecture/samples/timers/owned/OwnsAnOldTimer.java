package io.jiayou.architecture.samples.timers.owned;

import io.jiayou.architecture.Breaks;
import java.util.Timer;

@Breaks
record OwnsAnOldTimer(Timer timer) {}
