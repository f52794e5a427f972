package io.jiayou.embedded.documents;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/** Copies the collections of a database into a file in {@link CheckpointFormat}. */
final class CheckpointWriter {

    private static final int DOCUMENTS_PER_BATCH = 1_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private final MongoDatabase database;
    private final boolean compressed;
    private final List<String> copied = new ArrayList<>();
    private long documents;

    CheckpointWriter(MongoDatabase database, boolean compressed) {
        this.database = database;
        this.compressed = compressed;
    }

    CheckpointContents write(Path file, List<String> first, Supplier<Map<String, String>> header) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            DigestOutputStream out =
                    new DigestOutputStream(Channels.newOutputStream(channel), CheckpointFormat.checksum());
            out.write(CheckpointFormat.preamble(compressed));
            writeRecords(out, first);
            Map<String, String> described = header.get();
            refuseIfACollectionVanished();
            out.write(CheckpointFormat.footer(described, copied, documents));
            out.on(false);
            out.write(out.getMessageDigest().digest());
            channel.force(true);
            return new CheckpointContents(Map.copyOf(described), List.copyOf(copied), documents, channel.size());
        }
    }

    private void writeRecords(OutputStream out, List<String> first) throws IOException {
        try (OutputStream records = new BufferedOutputStream(compressing(new Unclosed(out)), BUFFER_BYTES)) {
            for (String name : first) {
                if (collectionNames().contains(name)) {
                    copy(name, records);
                }
            }
            // Listed only now: a collection from before must not be missing where a token already speaks for it.
            for (String name : collectionNames().stream().sorted().toList()) {
                if (!first.contains(name)) {
                    copy(name, records);
                }
            }
            CheckpointFormat.writeRecord(records, CheckpointFormat.END, CheckpointFormat.raw(new BsonDocument()));
        }
    }

    private void refuseIfACollectionVanished() throws IOException {
        if (!collectionNames().containsAll(copied)) {
            throw new IOException("A collection was dropped or renamed while it was copied");
        }
    }

    private List<String> collectionNames() {
        return database.listCollectionNames().into(new ArrayList<>()).stream()
                .filter(name -> !name.startsWith("system."))
                .toList();
    }

    private void copy(String name, OutputStream records) throws IOException {
        MongoCollection<RawBsonDocument> collection = database.getCollection(name, RawBsonDocument.class);
        BsonDocument definition = CheckpointFormat.collection(
                name, collection.listIndexes(BsonDocument.class).into(new ArrayList<>()));
        CheckpointFormat.writeRecord(records, CheckpointFormat.COLLECTION, CheckpointFormat.raw(definition));
        try (MongoCursor<RawBsonDocument> cursor =
                collection.find().batchSize(DOCUMENTS_PER_BATCH).cursor()) {
            while (cursor.hasNext()) {
                CheckpointFormat.writeRecord(records, CheckpointFormat.DOCUMENT, cursor.next());
                documents++;
            }
        }
        copied.add(name);
    }

    private OutputStream compressing(OutputStream out) {
        return compressed ? new ClosingDeflater(out) : out;
    }

    /** Ends the deflated data when closed, without closing the file behind it. */
    private static final class ClosingDeflater extends DeflaterOutputStream {

        ClosingDeflater(OutputStream out) {
            super(out, new Deflater(Deflater.BEST_SPEED), BUFFER_BYTES);
        }

        @Override
        public void close() throws IOException {
            super.close();
            def.end();
        }
    }

    /** Keeps the file open when the records are complete. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
