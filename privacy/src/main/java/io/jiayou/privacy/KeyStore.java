package io.jiayou.privacy;

/** Where keys of persons lie: apart from credentials too. */
public interface KeyStore extends SecretRecords {

    /** Sees to it that no file of the store holds an earlier text of a key that begins so any more. */
    void shred(String prefix);
}
