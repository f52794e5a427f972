package io.jiayou.cli;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Said;

/** What commands say to people, in the user's language. Whoever asks for JSON is told nothing by it. */
final class Say {

    private Say() {}

    /** @param english a constant: see {@link Detail} */
    static void line(String english, Object... values) {
        System.out.println(Detail.of(english, values).in(UserLanguage.current()));
    }

    /** What belongs to the line before. */
    static void item(String english, Object... values) {
        System.out.println("  " + Detail.of(english, values).in(UserLanguage.current()));
    }

    /** What belongs to an item. */
    static void note(String english, Object... values) {
        System.out.println("    " + Detail.of(english, values).in(UserLanguage.current()));
    }

    /** On standard error, what isn't as it should be, without being a failure. */
    static void warning(String english, Object... values) {
        System.err.println("jiayou: " + Detail.of(english, values).in(UserLanguage.current()));
    }

    static String text(Said text) {
        return text.in(UserLanguage.current());
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
