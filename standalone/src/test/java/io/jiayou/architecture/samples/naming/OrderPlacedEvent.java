package io.jiayou.architecture.samples.naming;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;

@Breaks
@InModule("shared-kernel")
record OrderPlacedEvent(String id) {}
