package io.jiayou.privacy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where keys of persons lie: apart from the events, from read models and from credentials. A small durable store of texts by
 * keys, of which one of two changes that begin with the same text happens.
 */
public interface KeyStore {

    Optional<String> find(String key);

    /**
     * Replaces a text, if it is still what it was; durable before it's answered.
     *
     * @param before none if there must be no such key
     * @param after none to remove the key
     * @return whether it was replaced
     */
    boolean replace(String key, @Nullable String before, @Nullable String after);

    /** All keys that begin so, in their order. */
    List<String> keys(String prefix);

    /** Sees to it that no file of the store holds an earlier text of a key that begins so any more. */
    void shred(String prefix);
}
