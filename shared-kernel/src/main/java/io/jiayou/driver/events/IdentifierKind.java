package io.jiayou.driver.events;

/** What a driver can be recognised by. */
public enum IdentifierKind {
    PHONE,
    OPENID,
    FUEL_CARD
}
