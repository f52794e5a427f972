package io.jiayou.readmodel.documents;

import com.mongodb.client.MongoDatabase;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The generations in the store, and what this node knows of them without asking: a switch shows at the next look. */
public final class Generations {

    private final MongoDatabase database;
    private final Lineages lineages;
    private final StoredPositions positions;
    private final PastRecords pasts;
    private final Statements statements;
    private final StoppedDocuments stops;
    private final Clock clock;
    private final Map<Generation, Documents<?>> documents = new ConcurrentHashMap<>();
    private volatile Map<String, Lineage> known = Map.of();

    public Generations(MongoDatabase database, Lineages lineages, Clock clock) {
        this.database = database;
        this.lineages = lineages;
        this.positions = new StoredPositions(database);
        this.pasts = lineages.pasts(database);
        this.statements = new Statements(database, clock);
        this.stops = new StoppedDocuments(database);
        this.clock = clock;
    }

    public Lineages lineages() {
        return lineages;
    }

    /** By which claims and what is kept are measured: the store's own. */
    public Clock clock() {
        return clock;
    }

    public StoredPositions positions() {
        return positions;
    }

    public PastRecords pasts() {
        return pasts;
    }

    public Statements statements() {
        return statements;
    }

    /** What generations lack. */
    public StoppedDocuments stops() {
        return stops;
    }

    /** Asks the store which generations are live, and what they lack. */
    public void look() {
        stops.look();
        known = lineages.all();
    }

    /** As of the last look. */
    public Optional<Lineage> lineage(ReadModel<?> model) {
        return Optional.ofNullable(known.get(model.name()));
    }

    /** As of the last look. */
    public Optional<Generation> live(ReadModel<?> model) {
        return lineage(model).map(Lineage::live);
    }

    @SuppressWarnings("unchecked") // a generation carries its model's name, and names are unique
    public <V extends View> Documents<V> documents(ReadModel<V> model, Generation generation) {
        return (Documents<V>)
                documents.computeIfAbsent(generation, any -> new Documents<>(database, model, generation, stops));
    }

    /** Ends the builds that this process left behind when it ended. */
    public void abandonOwn() {
        lineages.abandonOwn();
        pasts.failOwn();
    }

    /**
     * Drops the documents, the token and the statements of every generation of these models that nothing keeps. What
     * exists is listed before it is asked what is kept: a build that begins meanwhile isn't on the list. Pasts are asked
     * before lineages, as a generation that is switched to moves from the one to the other.
     */
    public List<Generation> dropUnused(Catalogue models) {
        Set<Generation> existing = existing(models);
        Set<Generation> needed = pasts.needed();
        look();
        List<Generation> dropped = existing.stream()
                .filter(generation -> !needed.contains(generation) && isUnused(generation))
                .toList();
        dropped.forEach(this::drop);
        return dropped;
    }

    private Set<Generation> existing(Catalogue models) {
        Set<String> names = new TreeSet<>(positions.all().keySet());
        names.addAll(statements.generations());
        database.listCollectionNames().into(names);
        Set<Generation> existing = new LinkedHashSet<>();
        for (String name : names) {
            for (ReadModel<?> model : models.all()) {
                generation(model, name).ifPresent(existing::add);
            }
        }
        return existing;
    }

    /** Drops a generation's documents, its token and what was stated of it or missing in it. */
    public void drop(Generation generation) {
        database.getCollection(generation.name()).drop();
        positions.remove(generation);
        statements.remove(generation);
        stops.remove(generation);
        documents.remove(generation);
    }

    private boolean isUnused(Generation generation) {
        Lineage lineage = known.get(generation.model());
        return lineage == null || !lineage.keeps(generation, clock.instant());
    }

    private static Optional<Generation> generation(ReadModel<?> model, String collection) {
        Matcher name =
                Pattern.compile(Pattern.quote(model.name()) + "_(\\d{1,9})").matcher(collection);
        return name.matches()
                ? Optional.of(new Generation(model.name(), Integer.parseInt(name.group(1))))
                : Optional.empty();
    }
}
