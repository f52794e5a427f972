package io.jiayou.values;

/**
 * What a text may be made of: what can be stored, sent and shown everywhere. The one check of bodies, of imports and of
 * decisions.
 */
public final class Text {

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

    /** Whether anything of a text can be seen: not blanks of any script alone, nor marks that only steer what stands beside. */
    public static boolean isVisible(String text) {
        return text.codePoints()
                .anyMatch(it -> !Character.isWhitespace(it)
                        && !Character.isSpaceChar(it)
                        && Character.getType(it) != Character.FORMAT);
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
        return (character & LAST_OF_A_PLANE) == LAST_OF_A_PLANE
                || character >= FIRST_RESERVED && character <= LAST_RESERVED;
    }

    private static boolean endsALine(int character) {
        return character == '\n'
                || character == '\r'
                || character == '\t'
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }
}
