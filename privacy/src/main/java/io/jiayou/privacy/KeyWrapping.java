package io.jiayou.privacy;

/** What protects the keys of persons where they lie: a master key, here or in a key service elsewhere. */
public interface KeyWrapping {

    /**
     * Wraps a key.
     *
     * @param context what the wrapped form is bound to
     */
    byte[] wrap(byte[] key, String context);

    /**
     * Gives a key back.
     *
     * @throws IllegalStateException if the master key is another one, or the wrapped form was changed
     */
    byte[] unwrap(byte[] wrapped, String context);

    /** Whether it was wrapped by the newest master key; if not, it can be wrapped anew. */
    boolean isCurrent(byte[] wrapped);
}
