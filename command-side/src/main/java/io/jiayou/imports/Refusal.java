package io.jiayou.imports;

import io.jiayou.rules.Detail;
import io.jiayou.rules.Languages;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Why a line of a file isn't imported. The codes are part of the API: one never changes once published. Titles in
 * Chinese and English stand in {@code refusals.properties}.
 */
public enum Refusal {
    /** The line is as it should be and of no interest: a charging station. */
    NOT_A_FUEL_STATION(false),
    NOT_A_FEATURE(true),
    NOT_A_POINT(true),
    WRONG_COORDINATES(true),
    NAME_MISSING(true),
    TEXT_TOO_LONG(true),
    /** The feature is imported as one without an id; a strict import refuses it. */
    ID_NOT_OWN(true),

    /** The line is as it should be and of no interest: a car wash. */
    NOT_FUEL(false),
    /** Litres are rounded at the source, so half a litre arrives as none. A sale of nothing isn't invented. */
    ZERO_AMOUNT(false),
    NEGATIVE_AMOUNT(true),
    UNREADABLE_LINE(true),
    NOT_UTF_8(true),
    UNREADABLE_VALUE(true),
    UNLISTED_PRODUCT(true),
    UNLISTED_STATION(true),
    UNLISTED_CUSTOMER(true),
    LISTED_TWICE(true),
    NO_SUCH_TIME(true),
    FUTURE_TIME(true),
    /** The transaction is there already and says something else. */
    TRANSACTION_DIFFERS(true);

    private static final String BUNDLE = "io.jiayou.imports.refusals";
    /** Without it a French reader on a Chinese machine would get Chinese. */
    private static final Control NO_MACHINE_LOCALE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final boolean fault;

    Refusal(boolean fault) {
        this.fault = fault;
    }

    /** Whether the file is at fault; a strict import bears no fault. */
    public boolean isFault() {
        return fault;
    }

    /** The stable code in reports: {@code not-fuel}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people read. */
    public String title(Locale reader) {
        return ResourceBundle.getBundle(BUNDLE, Languages.of(reader), Refusal.class.getClassLoader(), NO_MACHINE_LOCALE)
                .getString(code());
    }

    /**
     * Refuses.
     *
     * @param english which fact stood against it, without personal data: a constant, see {@link Detail}
     */
    public RefusedLine because(String english, Object... values) {
        return new RefusedLine(this, Detail.of(english, values));
    }
}
