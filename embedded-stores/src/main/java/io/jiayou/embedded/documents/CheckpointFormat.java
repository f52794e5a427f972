package io.jiayou.embedded.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * The bytes of a checkpoint file, numbers with the highest byte first:
 *
 * <pre>
 * 8 bytes   "JIAYOURS"
 * 4 bytes   format version, 1
 * 4 bytes   0: the records are plain, 1: they are deflated
 * records   each a type byte and a BSON document: a collection {name, indexes}, then its documents; an end at last
 * footer    a BSON document {header, collections, documents}
 * 4 bytes   length of the footer in bytes
 * 32 bytes  SHA-256 of everything before
 * </pre>
 */
final class CheckpointFormat {

    static final byte[] MAGIC = "JIAYOURS".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 1;
    static final int PREAMBLE_BYTES = MAGIC.length + 2 * Integer.BYTES;
    static final int CHECKSUM_BYTES = 32;

    static final byte COLLECTION = 1;
    static final byte DOCUMENT = 2;
    static final byte END = 3;

    private CheckpointFormat() {}

    static MessageDigest checksum() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    static byte[] preamble(boolean compressed) {
        return ByteBuffer.allocate(PREAMBLE_BYTES)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(compressed ? 1 : 0)
                .array();
    }

    static void writeRecord(OutputStream out, byte type, RawBsonDocument content) throws IOException {
        out.write(type);
        ByteBuffer bson = content.getByteBuffer().asNIO();
        out.write(bson.array(), bson.arrayOffset() + bson.position(), bson.remaining());
    }

    static RawBsonDocument raw(BsonDocument document) {
        return new RawBsonDocument(document, new BsonDocumentCodec());
    }

    static BsonDocument collection(String name, List<BsonDocument> indexes) {
        return new BsonDocument("name", new BsonString(name)).append("indexes", new BsonArray(indexes));
    }

    static byte[] footer(Map<String, String> header, List<String> collections, long documents) {
        BsonDocument headerFields = new BsonDocument();
        header.forEach((key, value) -> headerFields.append(key, new BsonString(value)));
        BsonArray names =
                new BsonArray(collections.stream().map(BsonString::new).toList());
        BsonDocument footer = new BsonDocument("header", headerFields)
                .append("collections", names)
                .append("documents", new BsonInt64(documents));
        ByteBuffer bson = raw(footer).getByteBuffer().asNIO();
        return ByteBuffer.allocate(bson.remaining() + Integer.BYTES)
                .put(bson.duplicate())
                .putInt(bson.remaining())
                .array();
    }

    static CheckpointContents contents(byte[] footer, long fileBytes) {
        BsonDocument fields = new RawBsonDocument(footer);
        Map<String, String> header = new LinkedHashMap<>();
        fields.getDocument("header")
                .forEach((key, value) -> header.put(key, value.asString().getValue()));
        List<String> collections = new ArrayList<>();
        fields.getArray("collections")
                .forEach(name -> collections.add(name.asString().getValue()));
        return new CheckpointContents(
                header, collections, fields.getInt64("documents").getValue(), fileBytes);
    }
}
