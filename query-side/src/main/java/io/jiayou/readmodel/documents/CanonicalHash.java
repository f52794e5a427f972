package io.jiayou.readmodel.documents;

import io.jiayou.readmodel.View;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * One figure for all documents of a generation: SHA-256 over the SHA-256 of each document's {@linkplain Canonical
 * canonical bytes}, in the order of their ids. It doesn't depend on the store, on the order of writing or of fields.
 */
public final class CanonicalHash {

    private final MessageDigest all = Canonical.sha256();
    private long documents;

    /** @param digest of the document with the next id */
    public void add(byte[] digest) {
        all.update(digest);
        documents++;
    }

    public long documents() {
        return documents;
    }

    /** The hash in 64 hexadecimal digits; the next one starts afresh. */
    public String hash() {
        return HexFormat.of().formatHex(all.digest());
    }

    /** The hash of a generation's documents, read one by one; exact only while nobody writes them. */
    public static <V extends View> String of(Documents<V> documents) {
        Canonical<V> canonical = new Canonical<>(documents);
        CanonicalHash hash = new CanonicalHash();
        documents.inOrder().forEach(view -> hash.add(canonical.digest(view)));
        return hash.hash();
    }
}
