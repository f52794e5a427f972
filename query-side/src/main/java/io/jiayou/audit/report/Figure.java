package io.jiayou.audit.report;

import io.jiayou.rules.Said;
import io.jiayou.values.Money;
import io.jiayou.values.Spoken;
import io.jiayou.values.UnitPrice;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/**
 * An amount or a price.
 *
 * @param major in major units, as the currency writes them; of a price in thousandths
 * @param currency ISO 4217
 */
record Figure(BigDecimal major, String currency, Said shown) {

    private static final int THOUSANDTHS = 3;

    static Figure of(Money money) {
        return of(BigInteger.valueOf(money.amount()), money.currency());
    }

    /** @param minor minor units */
    static Figure of(BigInteger minor, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return new Figure(new BigDecimal(minor, digits), currency, Spoken.money(minor, currency));
    }

    static Figure of(UnitPrice price) {
        return new Figure(BigDecimal.valueOf(price.thousandths(), THOUSANDTHS), price.currency(), Spoken.price(price));
    }
}
