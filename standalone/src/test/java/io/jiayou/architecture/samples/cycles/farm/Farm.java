package io.jiayou.architecture.samples.cycles.farm;

import io.jiayou.architecture.samples.cycles.hen.Hen;

record Farm(Hen hen) {}
