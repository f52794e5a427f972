package io.jiayou.architecture.samples.cycles.egg;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.samples.cycles.chick.Chick;

@Breaks
public class Egg {

    public Chick hatch() {
        return new Chick(this);
    }
}
