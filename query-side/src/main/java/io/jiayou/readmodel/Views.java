package io.jiayou.readmodel;

import com.mongodb.client.MongoCollection;
import java.util.Optional;

/** The documents of a read model's live generation. */
public interface Views<V extends View> {

    Optional<V> find(String id);

    /** The live generation's collection at this moment; ask again for each query, since a switch replaces it. */
    MongoCollection<V> collection();
}
