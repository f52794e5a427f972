package io.jiayou.architecture.samples.injection;

import io.jiayou.architecture.Breaks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

@Breaks
class FromTheEnvironment {

    @Value("${jiayou.sample}")
    private @Nullable String needed;

    boolean works() {
        return needed != null;
    }
}
