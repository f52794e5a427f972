package io.jiayou.embedded.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody can do at the port who doesn't know the password, as every user of the machine can try. */
@Timeout(120)
class StrangersTest {

    private static final int QUERY = 2004;

    private final EmbeddedMongo mongo = EmbeddedMongo.start();
    private final MongoClient friend = MongoClients.create(mongo.uri());

    @BeforeEach
    void fill() {
        friend.getDatabase("jiayou")
                .getCollection("orders")
                .insertOne(new Document("_id", "o1").append("plate", "secret"));
    }

    @AfterEach
    void close() {
        friend.close();
        mongo.close();
    }

    private String nameless() {
        return "mongodb://127.0.0.1:" + mongo.port() + "/?serverSelectionTimeoutMS=5000";
    }

    private void isStillWhole() {
        assertThat(friend.getDatabase("jiayou").getCollection("orders").find().first())
                .containsEntry("plate", "secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "find",
                "aggregate",
                "insert",
                "update",
                "delete",
                "findAndModify",
                "count",
                "distinct",
                "getMore",
                "killCursors",
                "drop",
                "create",
                "createIndexes",
                "renameCollection",
                "dropDatabase",
                "listCollections",
                "listDatabases",
                "serverStatus",
                "buildInfo",
                "hostInfo",
                "getCmdLineOpts",
                "getLog",
                "whatsmyuri",
                "saslContinue",
                "authenticate",
                "HELLO2",
                "nonsense"
            })
    void nothingIsAnsweredToAStranger(String command) {
        try (MongoClient stranger = MongoClients.create(nameless())) {
            Document request = new Document(command, "orders").append("query", new Document());

            for (String database : List.of("jiayou", "admin")) {
                assertThatThrownBy(() -> stranger.getDatabase(database).runCommand(request))
                        .isInstanceOfSatisfying(
                                MongoCommandException.class,
                                refused -> assertThat(refused.getErrorCode()).isEqualTo(13));
            }
        }
        isStillWhole();
    }

    @Test
    void aWrongPasswordIsRefused() {
        String wrong = mongo.uri("jiayou").replaceFirst(":[0-9a-f]{64}@", ":" + "0".repeat(64) + "@");

        try (MongoClient stranger = MongoClients.create(wrong)) {
            assertThatThrownBy(() -> stranger.getDatabase("jiayou")
                            .getCollection("orders")
                            .countDocuments())
                    .isInstanceOf(MongoSecurityException.class);
        }
        isStillWhole();
    }

    @Test
    void anotherMechanismAndAnEmptyProofAreRefused() {
        try (MongoClient stranger = MongoClients.create(nameless())) {
            for (Document request : List.of(
                    new Document("saslStart", 1).append("mechanism", "SCRAM-SHA-256"),
                    new Document("saslStart", 1).append("mechanism", "PLAIN"),
                    new Document("saslStart", 1).append("mechanism", "PLAIN").append("payload", new byte[0]),
                    new Document("saslStart", 1).append("mechanism", "PLAIN").append("payload", new byte[] {0, 0}))) {
                assertThatThrownBy(() -> stranger.getDatabase("$external").runCommand(request))
                        .isInstanceOfSatisfying(
                                MongoCommandException.class,
                                refused -> assertThat(refused.getErrorCode()).isEqualTo(18));
            }
        }
    }

    @Test
    void eachServerHasAPasswordOfItsOwn() {
        try (EmbeddedMongo another = EmbeddedMongo.start()) {
            assertThat(another.uri().replaceFirst("127.0.0.1:\\d+", ""))
                    .isNotEqualTo(mongo.uri().replaceFirst("127.0.0.1:\\d+", ""));
        }
    }

    /** A message of the protocol's former version, which asks past all commands. */
    @Test
    void aQueryOfTheFormerProtocolShowsNothing() throws IOException {
        byte[] collection = "jiayou.orders\0".getBytes(StandardCharsets.UTF_8);
        int length = 16 + 4 + collection.length + 8 + 5;
        ByteBuffer query = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        query.putInt(length).putInt(1).putInt(0).putInt(QUERY);
        query.putInt(0).put(collection).putInt(0).putInt(10).putInt(5).put((byte) 0);

        try (Socket stranger = socket()) {
            stranger.setSoTimeout(3_000);
            stranger.getOutputStream().write(query.array());
            byte[] answer = new byte[4_096];
            int read = stranger.getInputStream().read(answer);

            assertThat(new String(answer, 0, Math.max(0, read), StandardCharsets.ISO_8859_1))
                    .doesNotContain("secret");
        }
    }

    @Test
    void aLongMessageOfAStrangerIsNotRead() throws IOException {
        try (Socket stranger = socket()) {
            ByteBuffer head = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            head.putInt(UnknownCallers.MESSAGE_BYTES + 1).putInt(1).putInt(0).putInt(2013);
            stranger.setSoTimeout(10_000);
            stranger.getOutputStream().write(head.array());

            assertThat(stranger.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aLongMessageOfWhoHasLoggedInIs() {
        Document large = new Document("_id", "o2").append("text", "x".repeat(UnknownCallers.MESSAGE_BYTES * 100));
        friend.getDatabase("jiayou").getCollection("orders").insertOne(large);

        assertThat(friend.getDatabase("jiayou").getCollection("orders").countDocuments())
                .isEqualTo(2);
    }

    @Test
    void manyStrangersKeepNobodyOut() throws IOException {
        List<Socket> strangers = new ArrayList<>();
        try {
            for (int n = 0; n < UnknownCallers.CONNECTIONS + 50; n++) {
                strangers.add(socket());
            }
            strangers.getFirst().setSoTimeout(10_000);
            InputStream oldest = strangers.getFirst().getInputStream();
            assertThat(oldest.read()).isEqualTo(-1);

            try (MongoClient late = MongoClients.create(mongo.uri())) {
                assertThat(late.getDatabase("jiayou").getCollection("orders").countDocuments())
                        .isEqualTo(1);
            }
            isStillWhole();
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
    }

    private Socket socket() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), mongo.port());
    }
}
