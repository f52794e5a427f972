package io.jiayou.cli;

import io.jiayou.recovery.LiveSystem;
import io.jiayou.transparency.ConsistencyProof;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.VerificationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The running system, as its own addresses tell: a past of it is made for the comparison and dropped after it. */
record LiveOverHttp(RunningSystem system) implements LiveSystem {

    private static final long LOOK_AGAIN_MILLIS = 200;

    @Override
    public long size() {
        return head().size();
    }

    private TreeHead head() {
        JsonNode status = system.get("/api/audit/status");
        return new TreeHead(
                status.path("size").asLong(), Hash.parse(status.path("root").asString("")));
    }

    @Override
    public boolean continues(TreeHead restored) {
        TreeHead head = head();
        if (restored.size() == 0) {
            return restored.equals(TreeHead.empty());
        }
        if (restored.size() > head.size()) {
            return false;
        }
        JsonNode proof = system.get("/api/audit/consistency?from=" + restored.size() + "&to=" + head.size());
        List<Hash> hashes = StreamSupport.stream(proof.path("hashes").spliterator(), false)
                .map(hash -> Hash.parse(hash.asString("")))
                .toList();
        try {
            new ConsistencyProof(hashes).verify(restored, head);
            return true;
        } catch (VerificationException e) {
            return false;
        }
    }

    @Override
    public SortedMap<String, String> hashesAfter(long events) throws InterruptedException {
        SortedMap<String, String> hashes = new TreeMap<>();
        if (events == 0) {
            return hashes;
        }
        String past = PastCall.PASTS + "/drill-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        system.post(
                PastCall.PASTS,
                Map.of("name", past.substring(PastCall.PASTS.length() + 1), "asOf", Long.toString(events - 1)));
        try {
            JsonNode made = system.get(past);
            while (made.path("state").asString("").equals("BUILDING")) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
                made = system.get(past);
            }
            if (made.hasNonNull("error")) {
                throw new Failure(
                        "what should be can't be folded: {0}",
                        made.path("error").asString(""));
            }
            made.path("models")
                    .forEach(model -> hashes.put(
                            model.path("model").asString(""), model.path("hash").asString("")));
            return hashes;
        } finally {
            system.delete(past);
        }
    }

    @Override
    public double secondsSince(long position) {
        JsonNode event = system.get("/api/history?limit=1&after=" + (position - 1))
                .path("events")
                .path(0);
        return event.hasNonNull("recordedAt")
                ? Duration.between(Instant.parse(event.path("recordedAt").asString("")), Instant.now())
                                .toMillis()
                        / 1e3
                : 0;
    }
}
