package io.jiayou.imports.transactions;

import io.jiayou.imports.Reading;
import io.jiayou.imports.Refusal;
import io.jiayou.imports.Tally;
import io.jiayou.imports.csv.Values;
import io.jiayou.values.Grade;
import io.jiayou.values.Limit;
import io.jiayou.values.Money;
import io.jiayou.values.UnitPrice;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;

/** Reads sales of fuel from lines of transactions, with the lists that those refer to. */
final class SaleReader {

    static final String TRANSACTIONS = "transactions";

    static final List<String> COLUMNS = List.of(
            "TransactionID", "Date", "Time", "CustomerID", "CardID", "GasStationID", "ProductID", "Amount", "Price");

    private static final Listed.Kind PRODUCTS =
            new Listed.Kind("products", "ProductID", "Description", true, Refusal.UNLISTED_PRODUCT);
    private static final Listed.Kind STATIONS =
            new Listed.Kind("stations", "GasStationID", "ChainID", true, Refusal.UNLISTED_STATION);
    private static final Listed.Kind CUSTOMERS =
            new Listed.Kind("customers", "CustomerID", "Currency", false, Refusal.UNLISTED_CUSTOMER);

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    /** A price from which nothing is missing. */
    private static final Pattern IN_FULL = Pattern.compile("-?[0-9]+\\.[0-9]{2}");

    private static final int LITRE_DIGITS = 3;

    private final FuelProducts fuels;
    private final Listed products;
    private final Listed chains;
    private final Listed currencies;
    private final LocalTimes times;

    /**
     * Reads the lists.
     *
     * @param tally is told which of their lines aren't usable
     * @throws io.jiayou.imports.BrokenFile without readable headers
     */
    SaleReader(FuelProducts fuels, CardFiles files, LocalTimes times, Tally tally, Reading reading) throws IOException {
        this.fuels = fuels;
        this.times = times;
        products = Listed.read(PRODUCTS, files.products().getInputStream(), description -> description, tally, reading);
        chains = Listed.read(
                STATIONS, files.stations().getInputStream(), chain -> number("ChainID", chain), tally, reading);
        currencies = Listed.read(CUSTOMERS, files.customers().getInputStream(), SaleReader::currency, tally, reading);
    }

    /** @throws io.jiayou.imports.RefusedLine for what is no sale of fuel, or can't be read */
    Sale read(Values line) {
        if (!line.isEnded() && !IN_FULL.matcher(line.last()).matches()) {
            throw Refusal.UNREADABLE_LINE.because("the last line has no end, so its last value may be cut off");
        }
        String transaction = number("TransactionID", line.get("TransactionID"));
        Grade grade = fuels.grade(products.get(line.get("ProductID")));
        String station = number("GasStationID", line.get("GasStationID"));
        String currency = currencies.get(line.get("CustomerID"));
        int minorDigits = Currency.getInstance(currency).getDefaultFractionDigits();
        long volumeMl = Numbers.positive("Amount", line.get("Amount"), LITRE_DIGITS);
        Money total = new Money(Numbers.positive("Price", line.get("Price"), minorDigits), currency);
        requireInBounds(volumeMl, total);
        return new Sale(
                transaction,
                number("CardID", line.get("CardID")),
                station,
                chains.get(station),
                grade.code(),
                volumeMl,
                total,
                times.read(line.get("Date"), line.get("Time")));
    }

    /** A strict import has to know before it sends anything what the decision would refuse. */
    private static void requireInBounds(long volumeMl, Money total) {
        requireInBounds("Amount", Limit.VOLUME, volumeMl);
        requireInBounds("Price", Limit.AMOUNT, total.amount());
        requireInBounds(
                "Price for a litre",
                Limit.UNIT_PRICE,
                UnitPrice.derivedFrom(total, volumeMl).thousandths());
    }

    private static void requireInBounds(String what, Limit limit, long value) {
        if (!limit.allows(value)) {
            throw Refusal.UNREADABLE_VALUE.because("{0} allows {1}", what, limit.words());
        }
    }

    private static String number(String column, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw Refusal.UNREADABLE_VALUE.because("{0} is not a number or name of up to 32 characters", column);
        }
        return text;
    }

    private static String currency(String code) {
        try {
            return Money.currency(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.UNREADABLE_VALUE.because("Currency is no money of ISO 4217");
        }
    }
}
