import com.mongodb.ConnectionString;
import com.mongodb.MongoCredential;
import io.jiayou.embedded.documents.EmbeddedMongo;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import org.bson.BsonBinary;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * STAND-IN, not MongoDB: the embedded server, which listens on the loopback interface and forgets everything when it ends, made into
 * a container's store for trials. Connections from everywhere are handed on to it, each logged in; whoever can reach this container
 * may do anything. Commands that write go one after another, and into a file before they are done, so that a container that was
 * killed comes back with all it has acknowledged: the file is what the next start does again.
 *
 * <p>Argument: the file. It outlasts the process, not the machine, since nothing is forced to the disk.
 */
final class StandInMongodb {

    private static final int PORT = 27017;
    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;
    private static final int FLAGS_AND_KIND = 5;
    private static final int LENGTH_AND_TYPE = 5;
    private static final Set<String> WRITING = Set.of(
            "insert", "update", "delete", "findAndModify", "findandmodify", "create", "drop", "dropDatabase", "createIndexes",
            "dropIndexes", "renameCollection", "collMod");

    private final EmbeddedMongo store = EmbeddedMongo.start();
    private final OutputStream journal;

    private StandInMongodb(Path file) throws IOException {
        repeat(file);
        journal = new FileOutputStream(file.toFile(), true);
    }

    public static void main(String[] arguments) throws IOException {
        StandInMongodb standIn = new StandInMongodb(Path.of(arguments[0]));
        try (ServerSocket door = new ServerSocket(PORT, 200, InetAddress.getByName("0.0.0.0"))) {
            while (true) {
                Socket caller = door.accept();
                Thread.ofVirtual().start(() -> standIn.serve(caller));
            }
        }
    }

    /** Does again what is in the file; a last command that was cut off was never acknowledged and goes. */
    private void repeat(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        long whole = 0;
        try (Socket server = connect();
                DataInputStream before = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                byte[] command = message(before);
                ask(server, command);
                whole += command.length;
            }
        } catch (EOFException end) {
            try (var cut = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                cut.truncate(whole);
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                Socket server = connect()) {
            caller.setTcpNoDelay(true);
            DataInputStream from = new DataInputStream(new BufferedInputStream(caller.getInputStream()));
            while (true) {
                byte[] command = message(from);
                caller.getOutputStream().write(writes(command) ? keepAndAsk(server, command) : ask(server, command));
            }
        } catch (IOException gone) {
            // by either of the two; the other one hears it, too
        }
    }

    private synchronized byte[] keepAndAsk(Socket server, byte[] command) throws IOException {
        journal.write(command);
        return ask(server, command);
    }

    private static byte[] ask(Socket server, byte[] command) throws IOException {
        server.getOutputStream().write(command);
        return message(new DataInputStream(server.getInputStream()));
    }

    /** The next message of the wire protocol, with its header. */
    private static byte[] message(DataInputStream from) throws IOException {
        byte[] length = new byte[Integer.BYTES];
        from.readFully(length);
        byte[] message = new byte[littleEndian(length).getInt()];
        System.arraycopy(length, 0, message, 0, length.length);
        from.readFully(message, length.length, message.length - length.length);
        return message;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A command's name is the first member of its document, which drivers send before any sequence of documents. */
    private static boolean writes(byte[] message) {
        if (littleEndian(message).getInt(HEADER - Integer.BYTES) != OP_MSG) {
            return false;
        }
        int start = HEADER + FLAGS_AND_KIND + LENGTH_AND_TYPE;
        int end = start;
        while (message[end] != 0) {
            end++;
        }
        return WRITING.contains(new String(message, start, end - start, StandardCharsets.UTF_8));
    }

    /** A connection to the embedded server, logged in by the password that only its object tells. */
    private Socket connect() throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), store.port());
        server.setTcpNoDelay(true);
        MongoCredential known = Objects.requireNonNull(new ConnectionString(store.uri()).getCredential());
        String shown = "\0" + known.getUserName() + "\0" + new String(known.getPassword());
        ask(server, asMessage(new BsonDocument("saslStart", new BsonInt32(1))
                .append("mechanism", new BsonString("PLAIN"))
                .append("payload", new BsonBinary(shown.getBytes(StandardCharsets.UTF_8)))
                .append("$db", new BsonString("admin"))));
        return server;
    }

    private static byte[] asMessage(BsonDocument command) {
        BasicOutputBuffer document = new BasicOutputBuffer();
        new BsonDocumentCodec().encode(new BsonBinaryWriter(document), command, EncoderContext.builder().build());
        byte[] bytes = document.toByteArray();
        int length = HEADER + FLAGS_AND_KIND + bytes.length;
        return littleEndian(new byte[length])
                .putInt(length).putInt(1).putInt(0).putInt(OP_MSG).putInt(0).put((byte) 0).put(bytes)
                .array();
    }
}
