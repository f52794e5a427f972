package io.jiayou.architecture.samples.transparency;

import io.jiayou.architecture.InModule;
import java.util.List;

@InModule("transparency")
record KnowsBytes(List<byte[]> entries) {}
