package io.jiayou.driver.events;

/** What a driver can be recognised by. */
public enum IdentifierKind {
    /** A phone number. */
    PHONE,
    /** The id towards one WeChat mini-program. */
    OPENID,
    /** A card of a fleet or a brand. */
    FUEL_CARD
}
