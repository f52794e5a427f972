package io.jiayou.cli;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Said;

/** What commands say to people, in the user's language. Whoever asks for JSON is told nothing by it. */
final class Say {

    private Say() {}

    /** @param english a constant: see {@link Detail} */
    static void line(String english, Object... values) {
        System.out.println(said(english, values));
    }

    /** What belongs to the line before. */
    static void item(String english, Object... values) {
        System.out.println("  " + said(english, values));
    }

    /** What belongs to an item. */
    static void note(String english, Object... values) {
        System.out.println("    " + said(english, values));
    }

    /** On standard error, what isn't as it should be, without being a failure. */
    static void warning(String english, Object... values) {
        System.err.println("jiayou: " + said(english, values));
    }

    /** Values may be somebody else's words. */
    static String text(Said text) {
        return Terminal.plain(text.in(UserLanguage.current()));
    }

    private static String said(String english, Object... values) {
        return text(Detail.of(english, values));
    }

    /** As so many columns of a terminal, in which a Chinese character takes two; to the left if it is negative. */
    static String wide(Said text, int columns) {
        String said = text(text);
        long taken =
                said.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
        String rest = " ".repeat((int) Math.max(0, Math.abs(columns) - taken));
        return columns < 0 ? said + rest : rest + said;
    }
}
