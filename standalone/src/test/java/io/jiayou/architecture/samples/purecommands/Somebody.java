package io.jiayou.architecture.samples.purecommands;

/** On no side itself, so nobody minds but those who ask it. */
class Somebody {

    private Somebody() {}

    static long age() {
        return System.currentTimeMillis();
    }
}
