package io.jiayou.privacy;

/** Who has read what is personal, in MongoDB: beside the keys of persons, which whoever writes here may only read. */
final class MongoReadRecords extends MongoRecords {

    private static final String COLLECTION = "personal-reads";

    /** @throws IllegalArgumentException unless the address names a database */
    MongoReadRecords(String uri) {
        super(uri, COLLECTION);
    }
}
