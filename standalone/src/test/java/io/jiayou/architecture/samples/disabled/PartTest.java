package io.jiayou.architecture.samples.disabled;

import io.jiayou.architecture.Breaks;
import org.junit.jupiter.api.Disabled;

@Breaks
class PartTest {

    @Disabled("a sample")
    void proves() {}
}
