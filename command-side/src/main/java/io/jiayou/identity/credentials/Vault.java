package io.jiayou.identity.credentials;

/** Opens the store of credentials, kind by kind. */
public final class Vault {

    private final Credentials credentials;

    public Vault(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * The records of a kind.
     *
     * @param kind a stable name: it is part of the stored keys
     */
    public <T> Records<T> records(String kind, Class<T> type) {
        return new Records<>(credentials, kind, type);
    }

    /** Whether anything can be kept at all. */
    public boolean isOpen() {
        return !(credentials instanceof NoCredentials);
    }
}
