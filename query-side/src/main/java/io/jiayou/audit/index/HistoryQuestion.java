package io.jiayou.audit.index;

import io.jiayou.rules.NotAllowed;
import io.jiayou.values.Position;
import java.time.Instant;
import java.util.Collection;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/** Which events are wanted: those for which all conditions hold that are given. */
public final class HistoryQuestion {

    private static final int MOST_PARTS = 32;

    private final BooleanQuery.Builder conditions = new BooleanQuery.Builder();

    public HistoryQuestion() {
        conditions.add(new MatchAllDocsQuery(), Occur.FILTER);
    }

    /**
     * The events of that aggregate, those that name it, and all further ones of the aggregates that do.
     *
     * @param kind driver, station, order or feedback
     */
    public HistoryQuestion subject(String kind, @Nullable String id) {
        return id == null
                ? this
                : and(new BooleanQuery.Builder()
                        .add(term(IndexFields.AGGREGATE, id), Occur.SHOULD)
                        .add(term(IndexFields.SUBJECT, Subjects.subject(kind, id)), Occur.SHOULD)
                        .build());
    }

    public HistoryQuestion event(@Nullable String id) {
        return equal(IndexFields.ID, id);
    }

    public HistoryQuestion aggregate(@Nullable String id) {
        return equal(IndexFields.AGGREGATE, id);
    }

    /** A stored name, or what it begins with up to a dot. */
    public HistoryQuestion type(@Nullable String type) {
        return equal(IndexFields.TYPE, type);
    }

    /** Any of several, each as above. */
    public HistoryQuestion types(Collection<String> types) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        types.forEach(type -> any.add(term(IndexFields.TYPE, type), Occur.SHOULD));
        return and(any.build());
    }

    public HistoryQuestion actor(@Nullable String actor) {
        return equal(IndexFields.ACTOR, actor);
    }

    public HistoryQuestion correlation(@Nullable String id) {
        return equal(IndexFields.CORRELATION, id);
    }

    public HistoryQuestion causation(@Nullable String id) {
        return equal(IndexFields.CAUSATION, id);
    }

    /** Recorded from a moment on, and before another. */
    public HistoryQuestion recorded(@Nullable Instant from, @Nullable Instant until) {
        return during(IndexFields.RECORDED, from, until);
    }

    /** Happened from a moment on, and before another; an event that doesn't say when it happened did neither. */
    public HistoryQuestion happened(@Nullable Instant from, @Nullable Instant until) {
        return during(IndexFields.HAPPENED, from, until);
    }

    /**
     * Has every part of a text, between blanks, somewhere in one of its texts: words as a whole, in whatever case, and
     * Chinese characters as they follow one another.
     *
     * @throws IllegalArgumentException for a part without a letter or a digit, in words that clients may read
     */
    public HistoryQuestion text(@Nullable String text) {
        if (text == null) {
            return this;
        }
        String[] parts = Words.plain(text).strip().split("\\s+");
        if (parts.length > MOST_PARTS) {
            throw new NotAllowed("a text has at most {0} parts", MOST_PARTS);
        }
        try (Words words = new Words()) {
            for (String part : parts) {
                Query phrase = new QueryBuilder(words).createPhraseQuery(IndexFields.TEXT, part);
                if (phrase == null) {
                    throw new NotAllowed("a text has a letter or a digit in each of its parts");
                }
                and(phrase);
            }
        }
        return this;
    }

    /**
     * From a place on and before another; none where that isn't behind it.
     *
     * @throws IllegalArgumentException for numbers that are no places
     */
    public HistoryQuestion positions(long from, long until) {
        return between(Position.require(from), Position.require(until) - 1);
    }

    /**
     * Behind a place, the last one there can be as well: there is nothing.
     *
     * @param place of an event, or {@link Position#BEFORE_FIRST}
     * @throws IllegalArgumentException for another number
     */
    public HistoryQuestion after(long place) {
        return between(place == Position.BEFORE_FIRST ? Position.FIRST : Position.require(place) + 1, Long.MAX_VALUE);
    }

    private HistoryQuestion between(long first, long last) {
        return first > last ? nothing() : and(LongPoint.newRangeQuery(IndexFields.POSITION, first, last));
    }

    private HistoryQuestion nothing() {
        return and(new MatchNoDocsQuery());
    }

    private HistoryQuestion during(String field, @Nullable Instant from, @Nullable Instant until) {
        if (from == null && until == null) {
            return this;
        }
        long first = from == null ? Long.MIN_VALUE : IndexFields.nanos(from);
        long last = until == null ? Long.MAX_VALUE : IndexFields.nanos(until) - 1;
        return and(LongPoint.newRangeQuery(field, first, last));
    }

    private HistoryQuestion equal(String field, @Nullable String value) {
        return value == null ? this : and(term(field, value));
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private HistoryQuestion and(Query condition) {
        conditions.add(condition, Occur.FILTER);
        return this;
    }

    Query query() {
        return conditions.build();
    }
}
