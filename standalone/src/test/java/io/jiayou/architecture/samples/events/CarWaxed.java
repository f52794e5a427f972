package io.jiayou.architecture.samples.events;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import io.jiayou.metadata.StoredAs;

/** A floating-point number is no plain value. */
@Breaks
@InModule("shared-kernel")
@StoredAs("sample.waxed")
record CarWaxed(String id, double price) implements WashEvent {}
