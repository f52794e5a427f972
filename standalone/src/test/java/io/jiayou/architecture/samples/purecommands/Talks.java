package io.jiayou.architecture.samples.purecommands;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Breaks
@InModule("command-side")
class Talks {

    private static final Logger LOG = LoggerFactory.getLogger(Talks.class);

    void evolve(String event) {
        LOG.info(event);
    }
}
