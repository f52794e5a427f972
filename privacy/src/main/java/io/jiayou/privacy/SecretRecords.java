package io.jiayou.privacy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A small durable store of texts by keys, apart from the events and from read models. Its one promise beyond keeping them: of
 * two changes that begin with the same text, one happens. What was changed is durable before the change is answered.
 */
public interface SecretRecords {

    Optional<String> find(String key);

    /**
     * Replaces a text, if it is still what it was.
     *
     * @param before none if there must be no such key
     * @param after none to remove the key
     * @return whether it was replaced
     */
    boolean replace(String key, @Nullable String before, @Nullable String after);

    /** All keys that begin so, in their order. */
    List<String> keys(String prefix);
}
