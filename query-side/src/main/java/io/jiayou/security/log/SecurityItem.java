package io.jiayou.security.log;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.jiayou.readmodel.View;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One security event.
 *
 * @param kind what it is about
 * @param what its stored name: {@code identity.logged-in}
 * @param subject the account, the session, the key or the range that it happened to
 * @param actor who did it, or whose token it was; none where nobody knows
 * @param network where it came from ({@code 203.0.113.0/24}); none where it wasn't kept
 * @param detail what there is to say besides; none for most
 * @param count how often; more than 1 for refusals, and for what happened twice in one moment
 * @param happenedAt when it took place; of refusals, when they were counted
 * @param position of its event in the global order, from 0
 */
public record SecurityItem(
        @BsonId @JsonIgnore String id,
        SecurityKind kind,
        String what,
        @Nullable String subject,
        @Nullable String actor,
        @Nullable String network,
        @Nullable String detail,
        long count,
        Instant happenedAt,
        long position)
        implements View {}
