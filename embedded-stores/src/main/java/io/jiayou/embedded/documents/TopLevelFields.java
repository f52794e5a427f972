package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some of the fields at the top of documents. A query decodes those that it asks about and skips the others, which makes
 * a scan an order of magnitude cheaper than decoding whole documents.
 */
final class TopLevelFields {

    static final TopLevelFields ALL = new TopLevelFields(Set.of(), true);

    private static final Set<String> COMBINING = Set.of("$and", "$or", "$nor");

    private final Set<String> names;
    private final boolean all;
    private final List<byte[]> encodedNames;

    private TopLevelFields(Set<String> names, boolean all) {
        this.names = names;
        this.all = all;
        this.encodedNames = names.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** The first steps of dotted paths. */
    static TopLevelFields of(Collection<String> paths) {
        Set<String> names = new LinkedHashSet<>();
        paths.forEach(path -> names.add(firstStep(path)));
        return new TopLevelFields(names, false);
    }

    /** What the query needs to see; everything, where it holds an operator on whole documents. */
    static TopLevelFields askedBy(Document query) {
        Set<String> names = new LinkedHashSet<>();
        return new TopLevelFields(names, !collect(query, names));
    }

    private static boolean collect(@Nullable Object condition, Set<String> names) {
        return condition instanceof Document query
                && query.entrySet().stream().allMatch(entry -> {
                    if (COMBINING.contains(entry.getKey()) && entry.getValue() instanceof Collection<?> parts) {
                        return parts.stream().allMatch(part -> collect(part, names));
                    }
                    names.add(firstStep(entry.getKey()));
                    return !entry.getKey().startsWith("$");
                });
    }

    /** What an aggregation's expression sees; everything, where it uses variables. */
    static TopLevelFields referredToBy(@Nullable Object expression) {
        Set<String> references = new LinkedHashSet<>();
        collectReferences(expression, references);
        boolean variables = references.stream().anyMatch(reference -> reference.startsWith("$"));
        return variables ? ALL : of(references);
    }

    private static void collectReferences(@Nullable Object expression, Set<String> references) {
        if (expression instanceof String text && text.startsWith("$")) {
            references.add(text.substring(1));
        } else if (expression instanceof Document document) {
            document.values().forEach(value -> collectReferences(value, references));
        } else if (expression instanceof Collection<?> list) {
            list.forEach(value -> collectReferences(value, references));
        }
    }

    private static String firstStep(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    TopLevelFields with(Collection<String> paths) {
        Set<String> together = new LinkedHashSet<>(names);
        paths.forEach(path -> together.add(firstStep(path)));
        return new TopLevelFields(together, all);
    }

    /** These fields of the document, as far as it has them, in its own order. */
    Document in(byte[] bson) {
        return all ? StoredDocument.decode(bson) : pick(bson);
    }

    private Document pick(byte[] bson) {
        Document picked = new Document();
        ByteBuffer numbers = ByteBuffer.wrap(bson).order(ByteOrder.LITTLE_ENDIAN);
        int position = Integer.BYTES;
        while (bson[position] != BsonConstants.TERMINATING_BYTE && picked.size() < encodedNames.size()) {
            byte type = bson[position];
            int nameEnd = BsonLayout.end(bson, position + 1);
            int value = nameEnd + 1;
            if (isWanted(bson, position + 1, nameEnd)) {
                String name = new String(bson, position + 1, nameEnd - position - 1, StandardCharsets.UTF_8);
                ByteBuf buffer = Unpooled.wrappedBuffer(bson).readerIndex(value);
                picked.put(name, BsonDecoder.decodeValue(type, buffer));
            }
            position = value + BsonLayout.length(type, numbers, value);
        }
        return picked;
    }

    private boolean isWanted(byte[] bson, int from, int to) {
        for (byte[] name : encodedNames) {
            if (Arrays.equals(name, 0, name.length, bson, from, to)) {
                return true;
            }
        }
        return false;
    }
}
