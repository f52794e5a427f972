package io.jiayou.transparency;

/** Why something was not accepted. */
public enum Verdict {
    /** It isn't in the form that its specification asks for. */
    MALFORMED,
    /** No key that is trusted has signed it. */
    NO_TRUSTED_SIGNATURE,
    /** A trusted key is named, and its signature is wrong. */
    BAD_SIGNATURE,
    /** Fewer trusted witnesses than asked for have cosigned it. */
    TOO_FEW_WITNESSES,
    /** It belongs to another log: the origin differs. */
    OTHER_LOG,
    /** It contradicts what is known: a fork, or hashes that don't lead to the root. */
    INCONSISTENT,
    /** It is smaller than what was seen before. */
    ROLLED_BACK,
    /** The leaf isn't in the tree at that place. */
    NOT_INCLUDED,
    /** A size or index that the tree doesn't have. */
    OUT_OF_RANGE,
    /** A tile that the tree needs isn't there. */
    MISSING,
    /** It isn't what a digest names that somebody has kept. */
    OTHER_DIGEST
}
