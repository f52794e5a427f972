package io.jiayou.values;

import java.math.BigInteger;
import java.util.Currency;

/**
 * The price of one litre.
 *
 * @param thousandths thousandths of a major unit per litre: 7,890 is 7.89 yuan per litre
 * @param currency ISO 4217 code
 */
public record UnitPrice(long thousandths, String currency) {

    private static final long MILLILITRES_PER_LITRE = 1_000;
    private static final long THOUSANDTHS_PER_MAJOR = 1_000;

    public UnitPrice {
        Currency.getInstance(currency);
        if (thousandths <= 0) {
            throw new IllegalArgumentException("a unit price is above zero");
        }
    }

    /**
     * What a volume costs: volume × unit price, rounded half up to the minor unit. The one rounding policy of the
     * system; a total on a receipt must equal it to the minor unit (field rule: total = metered volume × unit price).
     *
     * @param volumeMl millilitres, not negative
     * @throws ArithmeticException when the total leaves the range of a long
     */
    public Money total(long volumeMl) {
        BigInteger product = BigInteger.valueOf(volumeMl)
                .multiply(BigInteger.valueOf(thousandths))
                .multiply(BigInteger.valueOf(Money.minorUnitsPerMajor(currency)));
        return new Money(halfUp(product, MILLILITRES_PER_LITRE * THOUSANDTHS_PER_MAJOR), currency);
    }

    /** The largest volume in millilitres whose unrounded cost doesn't exceed an amount of the same currency. */
    public long volumeFor(Money amount) {
        if (!currency.equals(amount.currency())) {
            throw new IllegalArgumentException("can't buy with " + amount.currency() + " at a price in " + currency);
        }
        return BigInteger.valueOf(amount.amount())
                .multiply(BigInteger.valueOf(MILLILITRES_PER_LITRE * THOUSANDTHS_PER_MAJOR))
                .divide(BigInteger.valueOf(thousandths)
                        .multiply(BigInteger.valueOf(Money.minorUnitsPerMajor(currency))))
                .longValueExact();
    }

    /**
     * The unit price that a total and a volume imply, rounded half up: for records that carry no unit price.
     *
     * @param volumeMl millilitres, above zero
     */
    public static UnitPrice derivedFrom(Money total, long volumeMl) {
        BigInteger dividend = BigInteger.valueOf(total.amount())
                .multiply(BigInteger.valueOf(MILLILITRES_PER_LITRE * THOUSANDTHS_PER_MAJOR));
        long divisor = Math.multiplyExact(volumeMl, Money.minorUnitsPerMajor(total.currency()));
        return new UnitPrice(Math.max(1, halfUp(dividend, divisor)), total.currency());
    }

    private static long halfUp(BigInteger dividend, long divisor) {
        return dividend.add(BigInteger.valueOf(divisor / 2))
                .divide(BigInteger.valueOf(divisor))
                .longValueExact();
    }
}
