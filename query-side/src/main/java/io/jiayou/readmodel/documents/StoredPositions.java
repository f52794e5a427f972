package io.jiayou.readmodel.documents;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The positions that tokens hold, for those who look on without taking part: any node, whoever does the work. */
public final class StoredPositions {

    private final MongoCollection<Document> tokens;

    public StoredPositions(MongoDatabase database) {
        this.tokens = database.getCollection(Tokens.COLLECTION);
    }

    /** The position up to which a generation has been folded, -1 for none. */
    public long of(Generation generation) {
        return position(tokens.find(eq("_id", tokenId(generation))).first());
    }

    /** The positions of all generations by their names. */
    public Map<String, Long> all() {
        Map<String, Long> positions = new HashMap<>();
        for (Document token : tokens.find(eq("segment", 0))) {
            positions.put(token.getString("processor"), position(token));
        }
        return positions;
    }

    /**
     * The last event that was folded into a generation.
     *
     * @param position -1 for none
     * @param event its identifier, where it is known
     */
    public record Last(long position, @Nullable String event) {}

    /** As the token has it now. */
    public Last lastOf(Generation generation) {
        Document token = tokens.find(eq("_id", tokenId(generation))).first();
        return new Last(position(token), token == null ? null : token.getString(Tokens.EVENT));
    }

    /**
     * Gives a finished generation its token, for whichever node goes on from there.
     *
     * @param event the identifier of the event at the position, where it is known
     */
    public void put(Generation generation, long position, @Nullable String event) {
        Document token = new Document("_id", tokenId(generation))
                .append("processor", generation.name())
                .append("segment", 0)
                .append("position", position < 0 ? null : position);
        if (event != null) {
            token.append(Tokens.EVENT, event);
        }
        tokens.replaceOne(eq("_id", tokenId(generation)), token, new ReplaceOptions().upsert(true));
    }

    public void remove(Generation generation) {
        tokens.deleteOne(eq("_id", tokenId(generation)));
    }

    private static String tokenId(Generation generation) {
        return Tokens.id(generation.name(), 0);
    }

    private static long position(@Nullable Document token) {
        Long position = token == null ? null : token.getLong("position");
        return position == null ? -1 : position;
    }
}
