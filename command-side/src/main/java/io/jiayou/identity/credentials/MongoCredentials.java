package io.jiayou.identity.credentials;

import io.jiayou.privacy.MongoRecords;
import io.jiayou.privacy.MongoSecrets;

/** Credentials in MongoDB. */
final class MongoCredentials extends MongoRecords implements Credentials {

    MongoCredentials(MongoSecrets secrets) {
        super(secrets, "credentials");
    }
}
