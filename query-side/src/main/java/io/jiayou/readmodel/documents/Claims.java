package io.jiayou.readmodel.documents;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.conversions.Bson;

/** Claims end at a moment that is renewed while the work goes on. A clock that was wrong by a year claims nothing for a year. */
final class Claims {

    /** Longer than any claim: what ends later was written by a clock that was wrong. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Claims() {}

    static boolean holds(Instant until, Instant now) {
        return until.isAfter(now) && until.isBefore(now.plus(LONGEST));
    }

    /** Of documents whose claim doesn't hold, or doesn't hold any more. */
    static Bson over(String field, Instant now) {
        return outside(field, now, now.plus(LONGEST));
    }

    /** Of documents whose moment isn't within a span. */
    static Bson outside(String field, Instant from, Instant to) {
        return or(lt(field, Date.from(from)), gt(field, Date.from(to)));
    }

    /** A moment that hasn't come: a clock that was wrong has written it. */
    static Bson notYet(String field, Instant now) {
        return gt(field, Date.from(now.plus(LONGEST)));
    }
}
