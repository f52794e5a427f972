package io.jiayou.architecture.samples.transparency;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import io.jiayou.audit.EventRecord;

@Breaks
@InModule("transparency")
record KnowsAnEvent(EventRecord event) {}
