package io.jiayou.values;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Languages;
import io.jiayou.rules.Said;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts, volumes, grades and payment channels as people at a filling station say them, in Chinese and in English. */
public final class Spoken {

    private static final String YUAN = "CNY";
    private static final Pattern NUMBERED = Pattern.compile("(-?\\d{1,3})#");

    /** Octane numbers begin far above it, and points of freezing, which diesel is named by, end far below. */
    private static final int BETWEEN_DIESEL_AND_PETROL = 50;

    private Spoken() {}

    /** In major units: 1,199.93 yuan, 12.50 EUR; 1,199.93 元, 12.50 欧元. */
    public static Said money(Money money) {
        return money(BigInteger.valueOf(money.amount()), money.currency());
    }

    /** @param minorUnits of ISO 4217 */
    public static Said money(BigInteger minorUnits, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return amount(new BigDecimal(minorUnits, digits), currency);
    }

    /** @param majorUnits of ISO 4217 */
    public static Said amount(BigDecimal majorUnits, String currency) {
        String number = String.format(Locale.ROOT, "%,." + Math.max(0, majorUnits.scale()) + "f", majorUnits);
        return reader -> number + " " + currency(currency, reader);
    }

    private static String currency(String code, Locale reader) {
        if (code.equals(YUAN)) {
            return Detail.of("yuan").in(reader);
        }
        return Languages.isChinese(reader) ? Currency.getInstance(code).getDisplayName(Locale.CHINESE) : code;
    }

    /** What a litre costs, in thousandths as far as there are any: 7.98 yuan per litre. */
    public static Said price(UnitPrice price) {
        BigDecimal major = BigDecimal.valueOf(price.thousandths(), 3);
        BigDecimal shown = major.stripTrailingZeros().scale() > 2 ? major : major.setScale(2);
        return Detail.of("{0} per litre", amount(shown, price.currency()));
    }

    /** With two decimals as pumps show, three where there are. */
    public static Said litres(long millilitres) {
        BigDecimal litres = BigDecimal.valueOf(millilitres, 3);
        BigDecimal shown = litres.stripTrailingZeros().scale() > 2 ? litres : litres.setScale(2);
        return Detail.of("{0} litres", String.format(Locale.ROOT, "%,." + shown.scale() + "f", shown));
    }

    /** A payment channel by its name; one that isn't known here by its code. */
    public static Said channel(String code) {
        return switch (code) {
            case "wechat-pay" -> Detail.of("WeChat Pay");
            case "alipay" -> Detail.of("Alipay");
            case "unionpay" -> Detail.of("UnionPay");
            case "bank-card" -> Detail.of("bank card");
            case "fuel-card" -> Detail.of("fuel card");
            case "wallet" -> Detail.of("wallet");
            case "cash" -> Detail.of("cash");
            default -> reader -> code;
        };
    }

    /** A grade by what it is; one of another form by its code. */
    public static Said grade(String code) {
        Matcher numbered = NUMBERED.matcher(code);
        if (numbered.matches()) {
            String number = numbered.group(1);
            return Integer.parseInt(number) > BETWEEN_DIESEL_AND_PETROL
                    ? Detail.of("{0}# petrol", number)
                    : Detail.of("{0}# diesel", number);
        }
        return switch (code) {
            case "LPG" -> Detail.of("LPG");
            case "CNG" -> Detail.of("CNG");
            case "LNG" -> Detail.of("LNG");
            default -> reader -> code;
        };
    }
}
