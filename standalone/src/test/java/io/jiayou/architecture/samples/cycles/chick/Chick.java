package io.jiayou.architecture.samples.cycles.chick;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.samples.cycles.egg.Egg;
import io.jiayou.architecture.samples.cycles.hen.Hen;

@Breaks
public record Chick(Egg from) {

    public Hen grow() {
        return new Hen(from);
    }
}
