package io.jiayou.identity.credentials;

import io.jiayou.privacy.MongoRecords;

/** Credentials in MongoDB. */
final class MongoCredentials extends MongoRecords implements Credentials {

    /** @throws IllegalArgumentException unless the address names a database */
    MongoCredentials(String uri) {
        super(uri, "credentials");
    }
}
