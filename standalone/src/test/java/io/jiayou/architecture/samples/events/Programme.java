package io.jiayou.architecture.samples.events;

import io.jiayou.architecture.InModule;
import org.jspecify.annotations.Nullable;

@InModule("shared-kernel")
record Programme(String name, boolean wax, @Nullable Integer minutes) {}
