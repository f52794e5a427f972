package io.jiayou.architecture.samples.events;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import io.jiayou.metadata.StoredAs;
import java.time.Instant;

/** Belongs to no context. */
@Breaks
@InModule("shared-kernel")
@StoredAs("sample.parked")
record CarParked(String id, Instant at) {}
