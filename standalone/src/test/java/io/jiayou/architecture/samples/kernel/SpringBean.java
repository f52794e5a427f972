package io.jiayou.architecture.samples.kernel;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import org.springframework.stereotype.Component;

@Breaks
@InModule("shared-kernel")
@Component
class SpringBean {}
