package io.jiayou.architecture.samples.events;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;

/** Has no stored name. */
@Breaks
@InModule("shared-kernel")
record CarPolished(String id) implements WashEvent {}
