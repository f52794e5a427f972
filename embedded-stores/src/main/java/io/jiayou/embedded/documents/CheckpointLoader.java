package io.jiayou.embedded.documents;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;

/** Fills a database from a checkpoint file whose checksum was found right. */
final class CheckpointLoader {

    private static final int DOCUMENTS_PER_BATCH = 1_000;
    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final CheckpointContents contents;

    CheckpointLoader(FileChannel channel, CheckpointContents contents) {
        this.channel = channel;
        this.contents = contents;
    }

    void loadInto(MongoDatabase database) throws IOException {
        List<String> present = database.listCollectionNames().into(new ArrayList<>());
        present.retainAll(contents.collections());
        if (!present.isEmpty()) {
            throw new IllegalStateException("A checkpoint is loaded into an empty store, but there are " + present);
        }
        Inflater inflater = new Inflater();
        try {
            load(records(inflater), database);
        } catch (IOException | RuntimeException failure) {
            drop(database, failure);
            throw failure;
        } finally {
            inflater.end();
        }
    }

    private void drop(MongoDatabase database, Exception failure) {
        try {
            contents.collections().forEach(name -> database.getCollection(name).drop());
        } catch (MongoException unreachable) {
            failure.addSuppressed(unreachable);
        }
    }

    private DataInputStream records(Inflater inflater) throws IOException {
        InputStream file = Channels.newInputStream(channel.position(CheckpointFormat.PREAMBLE_BYTES - Integer.BYTES));
        boolean compressed = new DataInputStream(file).readInt() == 1;
        InputStream records = compressed ? new InflaterInputStream(file, inflater, BUFFER_BYTES) : file;
        return new DataInputStream(new BufferedInputStream(records, BUFFER_BYTES));
    }

    private static void load(DataInputStream records, MongoDatabase database) throws IOException {
        byte type = records.readByte();
        while (type == CheckpointFormat.COLLECTION) {
            MongoCollection<RawBsonDocument> target = create(bson(records), database);
            type = insertAll(records, target);
        }
        if (type != CheckpointFormat.END) {
            throw new IOException("An unknown record of type " + type);
        }
    }

    private static MongoCollection<RawBsonDocument> create(BsonDocument definition, MongoDatabase database) {
        String name = definition.getString("name").getValue();
        database.createCollection(name);
        BsonArray indexes = new BsonArray(definition.getArray("indexes").stream()
                .filter(index ->
                        !index.asDocument().getString("name").getValue().equals("_id_"))
                .toList());
        if (!indexes.isEmpty()) {
            database.runCommand(new BsonDocument("createIndexes", new BsonString(name)).append("indexes", indexes));
        }
        return database.getCollection(name, RawBsonDocument.class);
    }

    /** Inserts the documents that follow, and returns the type of the record after them. */
    private static byte insertAll(DataInputStream records, MongoCollection<RawBsonDocument> target) throws IOException {
        List<RawBsonDocument> batch = new ArrayList<>(DOCUMENTS_PER_BATCH);
        byte type = records.readByte();
        while (type == CheckpointFormat.DOCUMENT) {
            batch.add(bson(records));
            type = records.readByte();
            if (batch.size() == DOCUMENTS_PER_BATCH || type != CheckpointFormat.DOCUMENT) {
                target.insertMany(batch, new InsertManyOptions().ordered(false));
                batch.clear();
            }
        }
        return type;
    }

    private static RawBsonDocument bson(DataInputStream records) throws IOException {
        byte[] length = records.readNBytes(Integer.BYTES);
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] bson = new byte[size];
        System.arraycopy(length, 0, bson, 0, length.length);
        records.readFully(bson, length.length, size - length.length);
        return new RawBsonDocument(bson);
    }
}
