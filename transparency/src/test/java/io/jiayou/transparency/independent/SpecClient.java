package io.jiayou.transparency.independent;

import static io.jiayou.transparency.independent.SpecViolation.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Downloads a whole log (tlog-tiles) and checks every byte of its tree: the signature of its checkpoint, that the leaf
 * hashes lead to its root, that every other tile says what the leaf hashes say, and, if asked, that the entries hash to
 * the leaf hashes. It holds all leaf hashes in memory.
 */
public final class SpecClient {

    private static final int WIDTH = 256;

    private final Resources log;
    private final String origin;
    private final String vkey;

    /**
     * @param origin the checkpoint's first line
     * @param vkey the log's verifier key, type Ed25519
     */
    public SpecClient(Resources log, String origin, String vkey) {
        this.log = log;
        this.origin = origin;
        this.vkey = vkey;
    }

    /** What a log turned out to hold: its size, its root in Base64, and its leaf hashes in order. */
    public record Verified(long size, String root, List<byte[]> leafHashes) {}

    /** @throws SpecViolation if anything differs from what the checkpoint promises */
    public Verified verify() throws IOException {
        SignedHead head = SignedHead.verified(log.get("checkpoint"), vkey);
        require(head.origin().equals(origin), "the checkpoint is of " + head.origin() + ", not " + origin);
        List<byte[]> leaves = level(0, head.size());
        byte[] root = PlainTree.root(leaves);
        require(
                Arrays.equals(root, head.root()),
                "the " + head.size() + " leaf hashes have the root " + base64(root) + ", the checkpoint says "
                        + base64(head.root()));
        verifyHigherLevels(leaves);
        return new Verified(head.size(), base64(root), leaves);
    }

    /** As {@link #verify()}, and reads all entries: each must hash to its leaf hash. */
    public Verified verifyWithEntries() throws IOException {
        Verified verified = verify();
        List<byte[]> leaves = verified.leafHashes();
        for (int start = 0; start < leaves.size(); start += WIDTH) {
            verifyBundle(start, leaves.subList(start, Math.min(start + WIDTH, leaves.size())));
        }
        return verified;
    }

    private void verifyHigherLevels(List<byte[]> leaves) throws IOException {
        long span = WIDTH;
        for (int level = 1; leaves.size() / span > 0; level++) {
            List<byte[]> hashes = level(level, leaves.size() / span);
            for (int i = 0; i < hashes.size(); i++) {
                byte[] expected = PlainTree.root(leaves.subList((int) (i * span), (int) ((i + 1) * span)));
                require(
                        Arrays.equals(expected, hashes.get(i)),
                        "hash " + i + " of level " + level + " isn't the root of the leaves below it");
            }
            span *= WIDTH;
        }
    }

    /** All hashes of one level, tile by tile. */
    private List<byte[]> level(int level, long count) throws IOException {
        List<byte[]> hashes = new ArrayList<>();
        for (long start = 0; start < count; start += WIDTH) {
            int width = (int) Math.min(WIDTH, count - start);
            String path = "tile/" + level + "/" + number(start / WIDTH) + suffix(width);
            byte[] tile = log.get(path);
            require(tile.length == width * 32, path + " has " + tile.length + " bytes, not " + width * 32);
            for (int i = 0; i < width; i++) {
                hashes.add(Arrays.copyOfRange(tile, i * 32, i * 32 + 32));
            }
        }
        return hashes;
    }

    private void verifyBundle(int start, List<byte[]> leaves) throws IOException {
        String path = "tile/entries/" + number(start / WIDTH) + suffix(leaves.size());
        byte[] bundle = log.get(path);
        int at = 0;
        for (int i = 0; i < leaves.size(); i++) {
            require(bundle.length >= at + 2, path + " ends before entry " + (start + i));
            int length = (bundle[at] & 0xff) * 256 + (bundle[at + 1] & 0xff);
            at += 2;
            require(bundle.length >= at + length, path + " ends within entry " + (start + i));
            byte[] entry = Arrays.copyOfRange(bundle, at, at + length);
            require(
                    Arrays.equals(PlainTree.leaf(entry), leaves.get(i)),
                    "entry " + (start + i) + " doesn't hash to its leaf hash");
            at += length;
        }
        require(at == bundle.length, path + " has more than its entries");
    }

    private static String suffix(int width) {
        return width == WIDTH ? "" : ".p/" + width;
    }

    /** 1234067 is x001/x234/067. */
    private static String number(long n) {
        String last = String.format("%03d", n % 1000);
        String path = last;
        for (long rest = n / 1000; rest > 0; rest /= 1000) {
            path = String.format("x%03d/", rest % 1000) + path;
        }
        return path;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
