package io.jiayou.imports.transactions;

import io.jiayou.imports.Refusal;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads decimal numbers into whole ones of a smaller unit, exactly. */
final class Numbers {

    /** Nine digits before the point: no fuelling is that large, and no sum of them leaves the range of a long. */
    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,9}(?:\\.[0-9]{1,6})?");

    private Numbers() {}

    /**
     * A number above zero in the smaller unit.
     *
     * @param column what problems call it
     * @param digits how many decimal digits the smaller unit has: 2 for cents, 3 for millilitres
     * @throws io.jiayou.imports.RefusedLine UNREADABLE_VALUE, NEGATIVE_AMOUNT or ZERO_AMOUNT
     */
    static long positive(String column, String text, int digits) {
        if (!FORM.matcher(text).matches()) {
            throw Refusal.UNREADABLE_VALUE.because("{0} is not a number", column);
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        if (number.signum() < 0) {
            throw Refusal.NEGATIVE_AMOUNT.because("{0}", column);
        }
        if (number.signum() == 0) {
            throw Refusal.ZERO_AMOUNT.because("{0}", column);
        }
        if (number.scale() > digits) {
            throw Refusal.UNREADABLE_VALUE.because("{0} has more than {1} decimal digits", column, digits);
        }
        return number.movePointRight(digits).longValueExact();
    }
}
