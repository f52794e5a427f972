package io.jiayou.values;

import java.text.Normalizer;

/**
 * What a text may be made of: what can be stored, sent and shown everywhere. The one check of bodies, of imports and of
 * decisions.
 */
public final class Text {

    /** Characters that nothing may be made of, as a class of ECMA-262 names them. */
    private static final String NOT_PLAIN =
            "\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\uFDD0-\\uFDEF\\uFFFE\\uFFFF";

    private static final String SEPARATES_LINES = "\\t\\n\\r\\u2028\\u2029";
    private static final String TURNS = "\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";

    /** A character of the first plane that can be seen. */
    private static final String SEEN =
            "[^\\u0000-\\u0020\\u007F-\\u00A0\\u00AD\\u034F\\u0600-\\u0605\\u061C\\u06DD\\u070F"
                    + "\\u0890\\u0891\\u08E2\\u115F\\u1160\\u1680\\u17B4\\u17B5\\u180B-\\u180F\\u2000-\\u200F\\u2028-\\u202F"
                    + "\\u205F-\\u206F\\u2800\\u3000\\u3164\\uFDD0-\\uFDEF\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\uFFFE\\uFFFF]";

    /** {@link #isPlain} as a pattern of ECMA-262. */
    public static final String PLAIN = "[^" + NOT_PLAIN + "]*";

    /** What is plain, and of which something can be seen. */
    static final String VISIBLE = PLAIN + SEEN + PLAIN;

    /** The same in one line and one direction. */
    static final String VISIBLE_LINE = "[^" + NOT_PLAIN + SEPARATES_LINES + TURNS + "]*" + SEEN + "[^" + NOT_PLAIN
            + SEPARATES_LINES + TURNS + "]*";

    private static final int LONGEST_TYPED = 128;
    private static final int LAST_OF_A_PLANE = 0xFFFE;
    private static final int FIRST_RESERVED = 0xFDD0;
    private static final int LAST_RESERVED = 0xFDEF;

    private Text() {}

    /**
     * Whether a text of any number of lines has no control characters but tabs and line ends, no halves of surrogate pairs,
     * which have no form in UTF-8, and none of the 66 code points that Unicode keeps for the inside of programs.
     */
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(Text::isPlain);
    }

    /** Whether a text is plain and a single line: without tabs and line ends, Unicode's own separators of lines included. */
    public static boolean isLine(String text) {
        return text.codePoints().allMatch(it -> isPlain(it) && !endsALine(it));
    }

    /**
     * Whether anything of a text can be seen: not blanks of any script alone, nor marks that only steer what stands beside, nor
     * letters that Unicode made to fill a place.
     */
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(it -> !isSpace(it) && !isInvisible(it));
    }

    /** Whether a text has blanks and marks alone. */
    static boolean isBlank(String text) {
        return text.codePoints().allMatch(it -> isSpace(it) || Character.getType(it) == Character.FORMAT);
    }

    /** Whether something turns the direction of writing, so that a name isn't what it looks like. */
    public static boolean turnsDirection(String text) {
        return text.codePoints().anyMatch(Text::turns);
    }

    /**
     * A number or name as its keys would type it on any keyboard: in normal form (NFKC: full-width digits, letters and signs
     * become ordinary ones, each blank a space), without what can't be seen. What is too long for any of them stays as it is: marks in
     * great numbers take the square of their length to be put in order.
     */
    public static String asTyped(String text) {
        if (text.length() > LONGEST_TYPED) {
            return text;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(it -> !isInvisible(it))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Unicode's Default_Ignorable_Code_Point, and the pattern of Braille that has no dots. */
    private static boolean isInvisible(int character) {
        return Character.getType(character) == Character.FORMAT
                || "\u034F\u115F\u1160\u17B4\u17B5\u2065\u2800\u3164\uFFA0".indexOf(character) >= 0
                || isBetween(0x180B, character, 0x180F)
                || isBetween(0xFE00, character, 0xFE0F)
                || isBetween(0xFFF0, character, 0xFFF8)
                || isBetween(0xE0000, character, 0xE0FFF);
    }

    /** Unicode's Bidi_Control. */
    private static boolean turns(int character) {
        return character == 0x061C
                || isBetween(0x200E, character, 0x200F)
                || isBetween(0x202A, character, 0x202E)
                || isBetween(0x2066, character, 0x2069);
    }

    private static boolean isBetween(int first, int character, int last) {
        return first <= character && character <= last;
    }

    private static boolean isPlain(int character) {
        return character == '\n'
                || character == '\r'
                || character == '\t'
                || !Character.isISOControl(character)
                        && Character.getType(character) != Character.SURROGATE
                        && !isNoCharacter(character);
    }

    private static boolean isNoCharacter(int character) {
        return (character & LAST_OF_A_PLANE) == LAST_OF_A_PLANE || isBetween(FIRST_RESERVED, character, LAST_RESERVED);
    }

    private static boolean endsALine(int character) {
        return character == '\n'
                || character == '\r'
                || character == '\t'
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }
}
