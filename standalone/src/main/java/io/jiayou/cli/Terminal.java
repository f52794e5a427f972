package io.jiayou.cli;

import java.io.Console;
import java.util.regex.Pattern;

/** Whether somebody looks: input and output are a terminal's, and neither goes to a file or a program. */
final class Terminal {

    private static final Pattern STEERS =
            Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private Terminal() {}

    static boolean isThere() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** A text of somebody else, as it can't steer a terminal or turn what stands beside it: such characters by their numbers. */
    static String plain(String text) {
        return STEERS.matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    }
}
