package io.jiayou.architecture.samples.events;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import java.util.Map;

/** Says nothing about what is inside. */
@Breaks
@InModule("shared-kernel")
record Bag(Map<String, Object> things) {}
