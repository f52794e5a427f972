package io.jiayou.command;

/** Lets tests of other packages see an annulment at once. */
public final class AnnulmentTurnsForTests {

    private AnnulmentTurnsForTests() {}

    public static void lookAgain() {
        AnnulledEvents.lookAgain();
    }
}
