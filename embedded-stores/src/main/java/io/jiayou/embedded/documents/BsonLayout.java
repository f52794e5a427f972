package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.wire.BsonConstants;
import java.nio.ByteBuffer;

/** Where values end in BSON, so that they can be skipped. */
final class BsonLayout {

    private BsonLayout() {}

    /** Where the text ends that begins there: the position of its zero. */
    static int end(byte[] bson, int from) {
        int position = from;
        while (bson[position] != 0) {
            position++;
        }
        return position;
    }

    /**
     * How many bytes a value takes, by the BSON specification 1.1.
     *
     * @param bson in little-endian order
     */
    static int length(byte type, ByteBuffer bson, int at) {
        return switch (type) {
            case BsonConstants.TYPE_NULL,
                    BsonConstants.TYPE_UNDEFINED,
                    BsonConstants.TYPE_MIN_KEY,
                    BsonConstants.TYPE_MAX_KEY -> 0;
            case BsonConstants.TYPE_BOOLEAN -> 1;
            case BsonConstants.TYPE_INT32 -> Integer.BYTES;
            case BsonConstants.TYPE_DOUBLE,
                    BsonConstants.TYPE_INT64,
                    BsonConstants.TYPE_UTC_DATETIME,
                    BsonConstants.TYPE_TIMESTAMP -> Long.BYTES;
            case BsonConstants.TYPE_OBJECT_ID -> 12;
            case BsonConstants.TYPE_DECIMAL128 -> 16;
            case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE -> Integer.BYTES + bson.getInt(at);
            case BsonConstants.TYPE_DATA -> Integer.BYTES + 1 + bson.getInt(at);
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY -> bson.getInt(at);
            case BsonConstants.TYPE_REGEX -> {
                int options = end(bson.array(), at) + 1;
                yield end(bson.array(), options) + 1 - at;
            }
            default -> throw new IllegalStateException("An unknown type of value: " + type);
        };
    }
}
