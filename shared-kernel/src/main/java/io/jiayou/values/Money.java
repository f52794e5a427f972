package io.jiayou.values;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.jiayou.rules.NotAllowed;
import java.util.Currency;
import java.util.List;

/**
 * An amount in the currency's minor units (fen, haléř, cent): whole numbers, never a fraction.
 *
 * @param amount minor units; negative only where a sum goes below zero
 * @param currency ISO 4217 code
 */
public record Money(
        @Limited(Limit.AMOUNT) long amount,
        @Limited(Limit.CURRENCY) String currency) {

    public Money {
        Currency.getInstance(currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /**
     * @throws IllegalArgumentException for another currency
     * @throws ArithmeticException when the sum leaves the range of a long
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(amount, sameCurrency(other).amount), currency);
    }

    /**
     * @throws IllegalArgumentException for another currency
     * @throws ArithmeticException when the difference leaves the range of a long
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, sameCurrency(other).amount), currency);
    }

    @JsonIgnore // said by the amount already; JSON writers would take it for a component
    public boolean isPositive() {
        return amount > 0;
    }

    /** Minor units in one major unit: 100 for CNY, 1 for JPY. */
    public static long minorUnitsPerMajor(String currency) {
        return Math.powExact(10L, Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    }

    /**
     * A currency that something can be paid in.
     *
     * @throws IllegalArgumentException for what ISO 4217 doesn't know, and for its codes of gold, of tests and of none, which
     *     have no minor unit
     */
    public static String currency(String code) {
        if (!isMoney(code)) {
            throw new NotAllowed("not money");
        }
        return code;
    }

    /** All codes that something can be paid in. */
    static List<String> currencies() {
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(Money::isMoney)
                .sorted()
                .toList();
    }

    private static boolean isMoney(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("can't mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
