package io.jiayou.readmodel.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * How far each processor has come, beside the documents that it wrote. A token is a plain position, so that whoever
 * looks into the collection can read it. A node claims a segment before it works on it; a claim that wasn't renewed in
 * time is anybody's.
 */
public final class Tokens implements TokenStore {

    /** Holds the tokens of all read models. */
    public static final String COLLECTION = "tokens";

    /** In a token: the identifier of the event at its position, where it is known. */
    static final String EVENT = "event";

    private static final String STORE_ID = "#store";

    private final MongoCollection<Document> tokens;
    private final String node;
    private final Duration claimTimeout;
    private final Clock clock;

    /** @param node names this process; the same name after a restart may go on with its own claims at once */
    public Tokens(MongoDatabase database, String node, Duration claimTimeout, Clock clock) {
        this.tokens = database.getCollection(COLLECTION);
        this.node = node;
        this.claimTimeout = claimTimeout;
        this.clock = clock;
    }

    @Override
    public void initializeTokenSegments(String processor, int segments) {
        initializeTokenSegments(processor, segments, null);
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken token) {
        if (fetchSegments(processor).length > 0) {
            throw new UnableToClaimTokenException(processor + " has tokens already");
        }
        for (int segment = 0; segment < segments; segment++) {
            initializeSegment(token, processor, segment);
        }
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        try {
            tokens.insertOne(new Document("_id", id(processor, segment))
                    .append("processor", processor)
                    .append("segment", segment)
                    .append("position", position(token)));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            throw new UnableToInitializeTokenException(id(processor, segment) + " exists already");
        }
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        String event = eventAt(token);
        Bson last = event == null ? unset(EVENT) : set(EVENT, event);
        update(processor, segment, combine(set("position", position(token)), last, set("claimedAt", now())));
    }

    /** The identifier of the event at the token, if it is the last one of the batch that is being stored. */
    private static @Nullable String eventAt(@Nullable TrackingToken token) {
        if (token != null
                && CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch
                && batch.getMessages().getLast() instanceof TrackedEventMessage<?> last
                && Objects.equals(position(last.trackingToken()), position(token))) {
            return last.getIdentifier();
        }
        return null;
    }

    @Override
    @SuppressWarnings("NullAway") // Axon takes null as the beginning, but doesn't say so in its signature
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        Bson free = or(
                eq("owner", null),
                eq("owner", node),
                Claims.outside(
                        "claimedAt", instant().minus(claimTimeout), instant().plus(claimTimeout)));
        Document claimed = tokens.findOneAndUpdate(
                and(eq("_id", id(processor, segment)), free), combine(set("owner", node), set("claimedAt", now())));
        if (claimed == null) {
            throw new UnableToClaimTokenException(id(processor, segment) + " is missing, or claimed by another node");
        }
        Long position = claimed.getLong("position");
        return position == null ? null : new GlobalSequenceTrackingToken(position);
    }

    @Override
    public void extendClaim(String processor, int segment) {
        update(processor, segment, set("claimedAt", now()));
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        tokens.updateOne(mine(processor, segment), combine(unset("owner"), unset("claimedAt")));
    }

    @Override
    public void deleteToken(String processor, int segment) {
        if (tokens.deleteOne(mine(processor, segment)).getDeletedCount() == 0) {
            throw new UnableToClaimTokenException(id(processor, segment) + " isn't claimed by this node");
        }
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public int[] fetchSegments(String processor) {
        return tokens.find(eq("processor", processor)).into(new java.util.ArrayList<>()).stream()
                .mapToInt(token -> token.getInteger("segment"))
                .sorted()
                .toArray();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        Document store = tokens.findOneAndUpdate(
                eq("_id", STORE_ID),
                setOnInsert("identifier", UUID.randomUUID().toString()),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Optional.ofNullable(store).map(document -> document.getString("identifier"));
    }

    private void update(String processor, int segment, Bson change) {
        if (tokens.updateOne(mine(processor, segment), change).getMatchedCount() == 0) {
            throw new UnableToClaimTokenException(id(processor, segment) + " isn't claimed by this node any more");
        }
    }

    private Bson mine(String processor, int segment) {
        return and(eq("_id", id(processor, segment)), eq("owner", node));
    }

    static String id(String processor, int segment) {
        return processor + "#" + segment;
    }

    private static @Nullable Long position(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> null;
            case GlobalSequenceTrackingToken global -> global.getGlobalIndex();
            default -> throw new IllegalArgumentException("Not a position in one global order: " + token);
        };
    }

    private Instant instant() {
        return clock.instant();
    }

    private Date now() {
        return Date.from(instant());
    }
}
