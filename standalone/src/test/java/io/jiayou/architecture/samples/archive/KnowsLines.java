package io.jiayou.architecture.samples.archive;

import io.jiayou.architecture.InModule;
import io.jiayou.audit.EventRecord;
import io.jiayou.transparency.TreeHead;

@InModule("archive")
record KnowsLines(EventRecord event, TreeHead head) {}
