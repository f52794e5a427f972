package io.jiayou.privacy;

/**
 * Keys of persons in MongoDB. What was removed may stand in the server's files and journal until the server writes over it:
 * only the master key, which isn't there, keeps it from being read.
 */
public final class MongoKeyStore extends MongoRecords implements KeyStore {

    /** The collection. */
    public static final String COLLECTION = "person-keys";

    public MongoKeyStore(MongoSecrets secrets) {
        super(secrets, COLLECTION);
    }

    /** Nothing that a client could do. */
    @Override
    public void shred(String prefix) {}
}
