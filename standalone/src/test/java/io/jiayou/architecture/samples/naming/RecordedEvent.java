package io.jiayou.architecture.samples.naming;

import io.jiayou.architecture.InModule;

@InModule("query-side")
record RecordedEvent(long position) {}
