package io.jiayou.architecture.samples.events;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import io.jiayou.metadata.StoredAs;

/** Isn't a record. */
@Breaks
@InModule("shared-kernel")
@StoredAs("sample.dried")
final class CarDried implements WashEvent {}
