package io.jiayou.architecture.samples.periodic;

import io.jiayou.architecture.InModule;
import io.jiayou.periodic.Task;

@InModule("periodic")
record KnowsItself(Task task) {}
