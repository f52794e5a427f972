package io.jiayou.archive.sample;

import io.jiayou.archive.Heads;
import io.jiayou.audit.EventRecord;
import io.jiayou.audit.EventRecords;
import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.Hash;
import io.jiayou.transparency.MemoryTileStore;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.SignedCheckpoint;
import io.jiayou.transparency.TileLog;
import io.jiayou.transparency.TreeHashing;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.TrustedLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Events in memory with a real log over them. One is recorded each second. */
public final class GrowingHistory implements EventRecords, Heads {

    public static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");

    private static final String ORIGIN = "sample.example/log";

    private final List<EventRecord> events = Collections.synchronizedList(new ArrayList<>());
    private final NoteSigner signer = NoteSigner.generate(ORIGIN);
    private final TileLog log = TileLog.open(new MemoryTileStore(), TreeHead.empty());
    private final String topic;

    /** @param topic something that tells this history's events from others' */
    public GrowingHistory(String topic) {
        this.topic = topic;
    }

    public GrowingHistory grow(int count) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            EventRecord event = event(events.size());
            events.add(event);
            leaves.add(TreeHashing.leaf(event.canonical()));
        }
        log.append(leaves);
        log.publish();
        return this;
    }

    public EventRecord event(long position) {
        return new EventRecord(
                topic + "-" + position,
                BEGIN.plusSeconds(position),
                "order",
                "o" + position % 7,
                position / 7,
                "order.placed",
                "1",
                new TreeMap<>(Map.of("actor", "anonymous", "channel", "测试")),
                ("{\"amount\":" + position * 31 + ",\"note\":\"" + "加油 ".repeat((int) (position % 5)) + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Changes a stored event behind the log's back. */
    public void falsify(int position) {
        events.set(position, event(position + 1_000_000));
    }

    @Override
    public long size() {
        return events.size();
    }

    @Override
    public List<EventRecord> from(long position, int atMost) {
        return List.copyOf(events.subList((int) position, (int) Math.min(events.size(), position + atMost)));
    }

    @Override
    public TrustedLog log() {
        return new TrustedLog(ORIGIN, List.of(signer.verifier()));
    }

    @Override
    public SignedCheckpoint newest() {
        return at(log.head().size());
    }

    @Override
    public SignedCheckpoint at(long size) {
        TreeHead head = new TreeHead(size, log.rootAt(size));
        return SignedCheckpoint.sign(Checkpoint.of(ORIGIN, head), signer);
    }
}
