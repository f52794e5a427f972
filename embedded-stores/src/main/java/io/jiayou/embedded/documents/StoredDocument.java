package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/**
 * A document's place in its collection. It holds BSON, not objects: a quarter of the heap, nothing for the collector to
 * walk through, and a reader can't see a document that a writer is changing.
 */
final class StoredDocument {

    private byte[] bson;
    private int place = -1;

    StoredDocument(Document content) {
        this.bson = encode(content);
    }

    /** The content of this moment; replaced as a whole, never changed. */
    byte[] bson() {
        return bson;
    }

    /** A copy that belongs to the caller. */
    Document content() {
        return decode(bson);
    }

    /** Returns whether the new content differs. */
    boolean replaceWith(Document content) {
        byte[] replacement = encode(content);
        boolean differs = !Arrays.equals(bson, replacement);
        this.bson = replacement;
        return differs;
    }

    int place() {
        return place;
    }

    void moveTo(int newPlace) {
        this.place = newPlace;
    }

    static Document decode(byte[] bson) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    private static byte[] encode(Document content) {
        ByteBuf buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(content, buffer);
        byte[] bson = new byte[buffer.readableBytes()];
        buffer.readBytes(bson);
        return bson;
    }
}
