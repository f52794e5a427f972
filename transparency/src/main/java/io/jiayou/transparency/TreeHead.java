package io.jiayou.transparency;

/**
 * What a tree is at one size: every leaf and its place follow from the root.
 *
 * @param size number of leaves, 0 or more
 */
public record TreeHead(long size, Hash root) {

    public TreeHead {
        if (size < 0) {
            throw new VerificationException(Verdict.OUT_OF_RANGE, "a tree has no negative size");
        }
    }

    /** The tree without leaves. */
    public static TreeHead empty() {
        return new TreeHead(0, TreeHashing.empty());
    }
}
