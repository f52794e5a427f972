package io.jiayou.privacy;

/**
 * Keys of persons in MongoDB. What was removed may stand in the server's files and journal until the server writes over it:
 * only the master key, which isn't there, keeps it from being read.
 */
public final class MongoKeyStore extends MongoRecords implements KeyStore {

    /** The collection. */
    public static final String COLLECTION = "person-keys";

    /** @throws IllegalArgumentException unless the address names a database */
    public MongoKeyStore(String uri) {
        super(uri, COLLECTION);
    }

    /** Nothing that a client could do. */
    @Override
    public void shred(String prefix) {}
}
