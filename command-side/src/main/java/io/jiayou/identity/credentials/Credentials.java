package io.jiayou.identity.credentials;

import io.jiayou.privacy.SecretRecords;

/** Where lies who may log in, and how they prove it. */
public interface Credentials extends SecretRecords {}
