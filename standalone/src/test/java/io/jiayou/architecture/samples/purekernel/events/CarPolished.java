package io.jiayou.architecture.samples.purekernel.events;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import org.slf4j.LoggerFactory;

@Breaks
@InModule("shared-kernel")
record CarPolished(String id) {

    CarPolished {
        LoggerFactory.getLogger("events").info(id);
    }
}
