package io.jiayou.archive.damage;

/** What is done to an archive. */
public enum DamageKind {
    /** A bit of a file is turned. */
    FLIP,
    /** A file loses its end. */
    TRUNCATE,
    /** A file gets bytes at its end. */
    EXTEND,
    /** A file goes. */
    DELETE,
    /** Two files take each other's place. */
    SWAP,
    /** A file stands in another's place, too. */
    DUPLICATE,
    /** All goes back to what it was at some earlier time, the head too. */
    ROLL_BACK
}
