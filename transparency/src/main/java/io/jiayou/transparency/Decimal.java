package io.jiayou.transparency;

/** Sizes and indexes as text: ASCII digits without leading zeroes, 0 to 2^63 − 1. */
final class Decimal {

    private static final int MOST_DIGITS = 19;

    private Decimal() {}

    /** @throws VerificationException MALFORMED for any other spelling */
    static long parse(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || text.length() > 1 && text.charAt(0) == '0' || text.length() > MOST_DIGITS) {
            throw VerificationException.malformed("not a decimal number without leading zeroes");
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new VerificationException(Verdict.MALFORMED, "a number above 2^63 - 1", e);
        }
    }
}
