package io.jiayou.values;

import io.jiayou.rules.NotAllowed;
import java.math.BigInteger;
import java.util.Currency;

/**
 * The price of one litre.
 *
 * @param thousandths thousandths of a major unit per litre: 7,890 is 7.89 yuan per litre
 * @param currency ISO 4217 code
 */
public record UnitPrice(
        @Limited(Limit.UNIT_PRICE) long thousandths,
        @Limited(Limit.CURRENCY) String currency) {

    /** Millilitres per litre × thousandths per major unit. */
    private static final BigInteger SCALE = BigInteger.valueOf(1_000L * 1_000L);

    public UnitPrice {
        Currency.getInstance(currency);
        if (thousandths <= 0) {
            throw new NotAllowed("a unit price is above zero");
        }
    }

    /**
     * What a volume costs: volume × unit price, rounded half up to the minor unit. The one rounding policy of the
     * system; a total on a receipt must equal it to the minor unit (field rule: total = metered volume × unit price).
     *
     * @param volumeMl millilitres, not negative
     * @throws IllegalArgumentException for a negative volume
     * @throws ArithmeticException when the total leaves the range of a long
     */
    public Money total(long volumeMl) {
        expect(volumeMl >= 0, "a volume isn't negative");
        BigInteger product = BigInteger.valueOf(volumeMl)
                .multiply(BigInteger.valueOf(thousandths))
                .multiply(BigInteger.valueOf(Money.minorUnitsPerMajor(currency)));
        return new Money(halfUp(product, SCALE), currency);
    }

    /**
     * The largest volume in millilitres whose unrounded cost doesn't exceed an amount.
     *
     * @param amount not negative
     * @throws IllegalArgumentException for a negative amount or one of another currency
     * @throws ArithmeticException when the volume leaves the range of a long
     */
    public long volumeFor(Money amount) {
        expect(amount.amount() >= 0, "an amount to buy for isn't negative");
        if (!currency.equals(amount.currency())) {
            throw new IllegalArgumentException("can't buy with " + amount.currency() + " at a price in " + currency);
        }
        return BigInteger.valueOf(amount.amount())
                .multiply(SCALE)
                .divide(BigInteger.valueOf(thousandths)
                        .multiply(BigInteger.valueOf(Money.minorUnitsPerMajor(currency))))
                .longValueExact();
    }

    /**
     * The unit price that a total and a volume imply, rounded half up: for records that carry no unit price.
     *
     * @param total not negative
     * @param volumeMl millilitres, above zero
     * @throws IllegalArgumentException for another total or volume
     * @throws ArithmeticException when the price leaves the range of a long
     */
    public static UnitPrice derivedFrom(Money total, long volumeMl) {
        expect(total.amount() >= 0 && volumeMl > 0, "a price follows from a total and a volume above zero");
        BigInteger dividend = BigInteger.valueOf(total.amount()).multiply(SCALE);
        BigInteger divisor =
                BigInteger.valueOf(volumeMl).multiply(BigInteger.valueOf(Money.minorUnitsPerMajor(total.currency())));
        return new UnitPrice(Math.max(1, halfUp(dividend, divisor)), total.currency());
    }

    private static long halfUp(BigInteger dividend, BigInteger divisor) {
        return dividend.add(divisor.shiftRight(1)).divide(divisor).longValueExact();
    }

    private static void expect(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
