package io.jiayou.readmodel;

import com.mongodb.client.MongoCollection;
import java.util.Optional;

/** The documents of a read model: of its live generation, or of the past that a request chose. */
public interface Views<V extends View> {

    Optional<V> find(String id);

    /** The generation's collection at this moment; ask again for each query, since a switch replaces it. */
    MongoCollection<V> collection();
}
