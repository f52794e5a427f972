package io.jiayou.architecture.samples.purecommands;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;

@Breaks
@InModule("command-side")
class Prints {

    void evolve(String event) {
        System.out.println(event);
    }
}
