package io.jiayou.architecture.samples.events;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;

/** Anybody could add an event to it. */
@Breaks
@InModule("shared-kernel")
interface OpenEvent {}
