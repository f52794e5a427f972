package io.jiayou.readmodel.documents;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The collection {@code statements}: what generations are the folds of. They live as long as their generations. Whoever
 * fills or verifies a generation writes one and goes on; whoever keeps the audit log signs it afterwards.
 */
public final class Statements {

    /** The collection's name. */
    public static final String COLLECTION = "statements";

    private static final int NEWEST = 24;

    private final MongoCollection<Statement> statements;
    private final Clock clock;

    Statements(MongoDatabase database, Clock clock) {
        this.statements = database.getCollection(COLLECTION, Statement.class);
        this.clock = clock;
    }

    /** States what a generation is at a position, instead of what may have been stated for it there. */
    public void state(Generation generation, long position, long documents, String hash) {
        String id = generation.name() + "@" + position;
        Statement statement = new Statement(
                id,
                generation.model(),
                generation.number(),
                position,
                documents,
                hash,
                Statement.SOFTWARE,
                clock.instant(),
                null);
        statements.replaceOne(eq("_id", id), statement, new ReplaceOptions().upsert(true));
    }

    /** Whether something is stated of a generation at a position. */
    public boolean isStated(Generation generation, long position) {
        return statements.countDocuments(eq("_id", generation.name() + "@" + position)) > 0;
    }

    /**
     * Keeps of a generation's statements the first, the newest {@value #NEWEST}, and of the rest the newest of each day (UTC).
     * Whoever needs more keeps the export.
     */
    public void thinOut(Generation generation) {
        List<Statement> newestFirst = statements
                .find(and(eq("model", generation.model()), eq("generation", generation.number())))
                .sort(Sorts.descending("position"))
                .into(new ArrayList<>());
        Set<Instant> days = new HashSet<>();
        for (int place = 0; place < newestFirst.size() - 1; place++) {
            Statement statement = newestFirst.get(place);
            boolean newestOfItsDay = days.add(statement.at().truncatedTo(ChronoUnit.DAYS));
            if (place >= NEWEST && !newestOfItsDay) {
                statements.deleteOne(eq("_id", statement.id()));
            }
        }
    }

    /** Those that aren't signed and say nothing about events from this size on. */
    public List<Statement> unsigned(long size) {
        return statements
                .find(and(or(exists("note", false), eq("note", null)), lt("position", size)))
                .into(new ArrayList<>());
    }

    public void sign(Statement statement, String note) {
        statements.updateOne(and(eq("_id", statement.id()), eq("hash", statement.hash())), set("note", note));
    }

    /** The signed notes, by their statements' ids. */
    public Map<String, String> signed() {
        Map<String, String> notes = new TreeMap<>();
        for (Statement statement : all()) {
            String note = statement.note();
            if (note != null) {
                notes.put(statement.id(), note);
            }
        }
        return notes;
    }

    /** Of all models, by model and position, the newest first. */
    public List<Statement> all() {
        return statements
                .find()
                .sort(Sorts.orderBy(Sorts.ascending("model"), Sorts.descending("position", "generation")))
                .into(new ArrayList<>());
    }

    /** The names of the generations that something was stated of. */
    List<String> generations() {
        return all().stream()
                .map(statement -> statement.asGeneration().name())
                .distinct()
                .toList();
    }

    void remove(Generation generation) {
        statements.deleteMany(and(eq("model", generation.model()), eq("generation", generation.number())));
    }
}
