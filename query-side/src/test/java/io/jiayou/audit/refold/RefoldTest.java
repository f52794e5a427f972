package io.jiayou.audit.refold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.audit.EventRecord;
import io.jiayou.audit.verify.ReadModelStatement;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.documents.CanonicalHash;
import io.jiayou.readmodel.documents.PastRecord;
import io.jiayou.readmodel.documents.Statement;
import io.jiayou.readmodel.rebuild.PastReport;
import io.jiayou.readmodel.testing.Node;
import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.Tallies;
import io.jiayou.serialization.EventSerializer;
import io.jiayou.transparency.Checkpoint;
import io.jiayou.transparency.CompactTree;
import io.jiayou.transparency.Note;
import io.jiayou.transparency.NoteSigner;
import io.jiayou.transparency.TreeHashing;
import io.jiayou.transparency.TreeHead;
import io.jiayou.transparency.TrustedLog;
import io.jiayou.transparency.VerificationException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefoldTest {

    private static final String ORIGIN = "jiayou.example/test";
    private static final int EVENTS = 1_000;
    private static final int THEN = 600;

    private final Stores stores = new Stores();
    private final Tallies tallies = new Tallies("tallies");
    private final NoteSigner signer = NoteSigner.generate(ORIGIN);
    private final TrustedLog trusted = new TrustedLog(ORIGIN, List.of(signer.verifier()));
    private List<byte[]> lines = List.of();
    private PastRecord.Share stored = new PastRecord.Share("", 0, null, null);

    /** What a system really stored and hashed, out of its own stores. */
    @BeforeAll
    void runASystem() throws Exception {
        stores.appendHistory(EVENTS, 100, 3);
        try (Node node = new Node(stores, "a", tallies).start()) {
            PastReport past = node.past("then", THEN - 1);
            stored = past.models().getFirst();
        }
        lines = lines();
    }

    @AfterAll
    void close() {
        stores.close();
    }

    private List<byte[]> lines() throws InterruptedException {
        EventSerializer serializer = new EventSerializer();
        List<byte[]> written = new ArrayList<>();
        try (var stream = stores.history().after(-1)) {
            while (written.size() < EVENTS) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                DomainEventMessage<?> domain = (DomainEventMessage<?>) event;
                SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
                written.add(new EventRecord(
                                event.getIdentifier(),
                                event.getTimestamp(),
                                domain.getType(),
                                domain.getAggregateIdentifier(),
                                domain.getSequenceNumber(),
                                payload.getType().getName(),
                                payload.getType().getRevision(),
                                new TreeMap<>(),
                                payload.getData())
                        .canonical());
            }
        }
        return written;
    }

    private TreeHead head(int size) {
        CompactTree tree = new CompactTree();
        lines.subList(0, size).forEach(line -> tree.append(TreeHashing.leaf(line)));
        return tree.head();
    }

    private ReadModelStatement statement(TreeHead head, String hash) {
        return new ReadModelStatement(
                ORIGIN,
                "tallies",
                stored.generation(),
                head,
                Objects.requireNonNull(stored.documents()),
                hash,
                Statement.SOFTWARE);
    }

    private ReadModelStatement truth() {
        return statement(head(THEN), Objects.requireNonNull(stored.hash()));
    }

    private Confirmation judged(byte[] note) {
        return judged(note, lines);
    }

    private Confirmation judged(byte[] note, List<byte[]> events) {
        Refold refold = new Refold(
                (position, atMost) -> events.subList((int) position, (int) Math.min(position + atMost, events.size())),
                new Catalogue(List.of(tallies)));
        refold.expect("it", note, trusted, head(EVENTS));
        for (int read = 0; read < events.size(); read += 256) {
            refold.from(read, 256);
        }
        assertThat(refold.confirmations()).hasSize(1);
        return refold.confirmations().getFirst();
    }

    private byte[] signed(String text) {
        return Note.sign(text, signer).format().getBytes(StandardCharsets.UTF_8);
    }

    private static void is(Confirmation confirmation, String verdict, int status) {
        assertThat(confirmation.verdict()).as(confirmation.detail()).isEqualTo(verdict);
        assertThat(confirmation.status()).isEqualTo(status);
    }

    @Test
    void confirmsWhatASystemStated() {
        is(judged(signed(truth().text())), "HOLDS", 0);
    }

    @Test
    void confirmsThatNothingWasMadeOfNoEvents() {
        ReadModelStatement nothing = new ReadModelStatement(
                ORIGIN, "tallies", 1, TreeHead.empty(), 0, new CanonicalHash().hash(), Statement.SOFTWARE);

        is(judged(signed(nothing.text())), "HOLDS", 0);
    }

    @Test
    void findsDocumentsThatTheEventsDoNotMake() {
        String other = "0" + Objects.requireNonNull(stored.hash()).substring(1);
        String wrong = other.equals(stored.hash()) ? "1" + other.substring(1) : other;

        is(judged(signed(statement(head(THEN), wrong).text())), "OTHER_FOLD", 20);
        is(judged(signed(truth().text().replace("documents ", "documents 1"))), "OTHER_FOLD", 20);
    }

    @Test
    void findsAStatementAboutOtherEvents() {
        TreeHead elsewhere = new TreeHead(THEN, head(THEN - 1).root());

        is(
                judged(signed(statement(elsewhere, Objects.requireNonNull(stored.hash()))
                        .text())),
                "INCONSISTENT",
                15);
    }

    @Test
    void findsThatItIsTheStateOfAnotherMoment() {
        is(
                judged(signed(statement(head(THEN + 50), Objects.requireNonNull(stored.hash()))
                        .text())),
                "OTHER_FOLD",
                20);
    }

    @Test
    void believesNoSignatureButTheLogs() {
        byte[] strangers =
                Note.sign(truth().text(), NoteSigner.generate(ORIGIN)).format().getBytes(StandardCharsets.UTF_8);
        is(judged(strangers), "NO_TRUSTED_SIGNATURE", 11);

        String forged = new String(signed(truth().text()), StandardCharsets.UTF_8)
                .replace("generation " + stored.generation(), "generation 77");
        is(judged(forged.getBytes(StandardCharsets.UTF_8)), "BAD_SIGNATURE", 12);
    }

    @Test
    void refusesAStatementOfAnotherLogAndOneBeyondTheLog() {
        is(judged(signed(truth().text().replace(ORIGIN, "jiayou.example/other"))), "OTHER_LOG", 14);
        is(judged(signed(truth().text().replace("size " + THEN, "size 5000"))), "OUT_OF_RANGE", 18);
    }

    @Test
    void refusesWhatIsNoStatement() {
        String text = truth().text();
        for (String other : List.of(
                "nonsense\n",
                ORIGIN + "\n600\n" + head(THEN).root() + "\n",
                text + "more\n",
                text.replace("size ", "size 0"),
                text.replace("model tallies", "model strangers"),
                text.replace("hash ", "hash x"),
                text.replace("documents ", "documents -"))) {
            is(judged(signed(other)), "MALFORMED", 10);
        }
        is(judged("no note".getBytes(StandardCharsets.UTF_8)), "MALFORMED", 10);
    }

    @Test
    void isNoCheckpoint() {
        assertThat(truth().text().lines().toList().get(1)).isEqualTo("model tallies");
        assertThatThrownBy(() -> Checkpoint.parse(truth().text())).isInstanceOf(VerificationException.class);
    }

    @Test
    void saysThatTheEventsEndTooEarly() {
        is(judged(signed(truth().text()), lines.subList(0, THEN - 1)), "ROLLED_BACK", 16);
    }

    @Test
    void readsBackWhatItWrites() {
        assertThat(ReadModelStatement.parse(truth().text())).isEqualTo(truth());
    }
}
