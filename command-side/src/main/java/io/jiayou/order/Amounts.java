package io.jiayou.order;

import io.jiayou.values.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as the details of a refusal name them. */
public final class Amounts {

    private Amounts() {}

    /** In major units: {@code 199.93 CNY}. */
    public static String text(Money money) {
        int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(money.amount(), digits).toPlainString() + " " + money.currency();
    }
}
