package io.jiayou.architecture.samples.disabled;

class RunningTest {

    void proves() {}
}
