package io.jiayou.cli;

import java.io.Console;

/** Whether somebody looks: input and output are a terminal's, and neither goes to a file or a program. */
final class Terminal {

    private Terminal() {}

    static boolean isThere() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
