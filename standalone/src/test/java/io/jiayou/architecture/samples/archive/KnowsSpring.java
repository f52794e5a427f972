package io.jiayou.architecture.samples.archive;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import org.springframework.context.ApplicationContext;

@Breaks
@InModule("archive")
record KnowsSpring(ApplicationContext context) {}
