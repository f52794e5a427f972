package io.jiayou.architecture.samples.cycles.hen;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.samples.cycles.egg.Egg;

@Breaks
public record Hen(Egg from) {}
