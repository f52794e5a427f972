package io.jiayou.readmodel;

import com.mongodb.client.MongoCollection;
import java.util.Optional;
import java.util.OptionalLong;

/** The documents of a read model: of its live generation, or of the past that a request chose. */
public interface Views<V extends View> {

    Optional<V> find(String id);

    /** The position of the event that a document stands still before; none of one that stands for all its events. */
    default OptionalLong stop(String id) {
        return OptionalLong.empty();
    }

    /** The generation's collection at this moment; ask again for each query, since a switch replaces it. */
    MongoCollection<V> collection();
}
