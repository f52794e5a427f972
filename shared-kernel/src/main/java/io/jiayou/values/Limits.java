package io.jiayou.values;

/** The numbers and patterns of {@link Limit}, for doors that tell them to their clients. */
public final class Limits {

    /** What clients may choose as an id: UUIDs and other short names. */
    public static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /** ISO 4217. */
    public static final String CURRENCY = "[A-Z]{3}";

    public static final String CHANNEL = "[a-z0-9-]{1,32}";

    public static final String OPENID = "[A-Za-z0-9_-]{1,64}";

    public static final String ARCHIVE = "[0-9a-f]{32}";

    public static final String SHA_256 = "[0-9a-f]{64}";

    /** Characters. */
    public static final int PERSON = 64;

    public static final int BRAND = 64;

    public static final int STATION = 128;

    public static final int ADDRESS = 256;

    public static final int REASON = 256;

    public static final int NOTE = 1_024;

    public static final int STORY = 4_000;

    public static final int GRADES = 16;

    public static final int SCOPES = 16;

    public static final int PUMP = 999;

    /** Thousandths per litre: a million major units, far above any price, and far below what sums could overflow. */
    public static final long UNIT_PRICE = 1_000_000_000;

    /** Millilitres: a thousand cubic metres. */
    public static final long VOLUME = 1_000_000_000;

    /** Minor units: ten billion yuan. */
    public static final long AMOUNT = 1_000_000_000_000L;

    private Limits() {}
}
