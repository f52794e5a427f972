package io.jiayou.readmodel.documents;

import io.jiayou.readmodel.View;
import java.lang.reflect.Type;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.MapCodecProvider;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, as bytes that don't depend on where it was kept: BSON with the fields in the order of the view
 * record's components and with maps sorted by their keys.
 */
public final class Canonical<V extends View> {

    private final Codec<V> codec;
    private final MessageDigest sha256 = sha256();

    public Canonical(Documents<V> documents) {
        this(documents.collection().getDocumentClass(), documents.collection().getCodecRegistry());
    }

    public Canonical(Class<V> view, CodecRegistry codecs) {
        this.codec = CodecRegistries.fromRegistries(CodecRegistries.fromProviders(new SortedMaps()), codecs)
                .get(view);
    }

    public byte[] bytes(V view) {
        BasicOutputBuffer buffer = new BasicOutputBuffer(512);
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            codec.encode(writer, view, EncoderContext.builder().build());
            return buffer.toByteArray();
        }
    }

    /** SHA-256 of the canonical bytes. Not for several threads. */
    public byte[] digest(V view) {
        return sha256.digest(bytes(view));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static final class SortedMaps implements CodecProvider {

        @Override
        public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry codecs) {
            return get(type, List.of(), codecs);
        }

        @Override
        @SuppressWarnings("unchecked") // a codec for T encodes a T that is a map
        public <T> @Nullable Codec<T> get(Class<T> type, List<Type> arguments, CodecRegistry codecs) {
            Codec<T> plain = new MapCodecProvider().get(type, arguments, codecs);
            return plain == null ? null : (Codec<T>) new SortedMap((Codec<Map<String, Object>>) plain);
        }
    }

    private record SortedMap(Codec<Map<String, Object>> plain) implements Codec<Map<String, Object>> {

        @Override
        public void encode(BsonWriter writer, Map<String, Object> map, EncoderContext context) {
            plain.encode(writer, new TreeMap<>(map), context);
        }

        @Override
        public Map<String, Object> decode(BsonReader reader, DecoderContext context) {
            return plain.decode(reader, context);
        }

        @Override
        public Class<Map<String, Object>> getEncoderClass() {
            return plain.getEncoderClass();
        }
    }
}
