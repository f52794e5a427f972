package io.jiayou.audit.verify;

import io.jiayou.audit.EventRecord;
import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.TlogProof;
import io.jiayou.transparency.TreeHashing;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.Verdict;
import io.jiayou.transparency.VerificationException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a slip of paper says of an order's receipt, short enough for a QR code. Its text is
 *
 * <pre>jiayou-receipt/1 ORIGIN SIZE ROOT ORDER EVENTS</pre>
 *
 * <p>with one blank between its parts: the log's name, how many events its checkpoint covers, the root of that tree in
 * Base64, the order's id, and in Base64 the SHA-256 of all events of the receipt, each as its position (8 bytes, big-endian)
 * and its leaf hash (32 bytes). It isn't signed: it names a receipt, whose checkpoint is.
 */
public record ReceiptDigest(String origin, long size, String root, String order, String events) {

    private static final String VERSION = "jiayou-receipt/1";
    private static final int PARTS = 6;
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** The digest of an order's receipt, which isn't verified by this. */
    public static ReceiptDigest of(Receipt receipt, String order) {
        Checkpoint checkpoint = receipt.proofs().getFirst().checkpoint().unverified();
        TreeHead head = checkpoint.head();
        return new ReceiptDigest(
                checkpoint.origin(), head.size(), head.root().toString(), order, hashed(receipt.proofs()));
    }

    private static String hashed(List<TlogProof> proofs) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (TlogProof proof : proofs) {
                sha256.update(ByteBuffer.allocate(Long.BYTES)
                        .putLong(proof.inclusion().index())
                        .flip());
                sha256.update(TreeHashing.leaf(proof.extra().orElseThrow(ReceiptDigest::withoutEvent))
                        .bytes());
            }
            return Base64.getEncoder().encodeToString(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static VerificationException withoutEvent() {
        return new VerificationException(Verdict.MALFORMED, "a proof lacks its event");
    }

    /** @throws VerificationException MALFORMED for another form */
    public static ReceiptDigest parse(String text) {
        String[] parts = text.strip().split(" ", -1);
        if (parts.length != PARTS
                || !parts[0].equals(VERSION)
                || !NUMBER.matcher(parts[2]).matches()) {
            throw new VerificationException(
                    Verdict.MALFORMED, "a digest begins with " + VERSION + " and has six parts");
        }
        return new ReceiptDigest(parts[1], Long.parseLong(parts[2]), parts[3], parts[4], parts[5]);
    }

    /** At most 300 characters in UTF-8 for every origin of up to 80. */
    public String text() {
        return String.join(" ", VERSION, origin, Long.toString(size), root, order, events);
    }

    /** @throws VerificationException OTHER_DIGEST if another receipt is named, saying what differs */
    public void requireNames(Receipt receipt) {
        ReceiptDigest found = of(receipt, order);
        if (!found.origin.equals(origin)) {
            throw other("another log: " + origin);
        }
        if (receipt.events().stream().map(EventRecord::aggregateId).noneMatch(order::equals)) {
            throw other("another order: " + order);
        }
        if (!found.events.equals(events)) {
            throw other("other events of this order");
        }
        if (found.size != size || !found.root.equals(root)) {
            throw other("the same events in a tree of " + size + " events, and this is one of " + found.size);
        }
    }

    private static VerificationException other(String named) {
        return new VerificationException(Verdict.OTHER_DIGEST, "the digest names " + named);
    }
}
