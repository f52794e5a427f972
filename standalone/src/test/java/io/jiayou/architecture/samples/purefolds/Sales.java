package io.jiayou.architecture.samples.purefolds;

import io.jiayou.readmodel.View;

record Sales(String id, long amount, long position) implements View {}
