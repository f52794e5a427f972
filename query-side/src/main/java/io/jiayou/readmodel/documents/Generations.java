package io.jiayou.readmodel.documents;

import com.mongodb.client.MongoDatabase;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The generations in the store, and what this node knows of them without asking: a switch shows at the next look. */
public final class Generations {

    private final MongoDatabase database;
    private final Lineages lineages;
    private final StoredPositions positions;
    private final Clock clock;
    private final Map<Generation, Documents<?>> documents = new ConcurrentHashMap<>();
    private volatile Map<String, Lineage> known = Map.of();

    public Generations(MongoDatabase database, Lineages lineages, Clock clock) {
        this.database = database;
        this.lineages = lineages;
        this.positions = new StoredPositions(database);
        this.clock = clock;
    }

    public Lineages lineages() {
        return lineages;
    }

    public StoredPositions positions() {
        return positions;
    }

    /** Asks the store which generations are live. */
    public void look() {
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
                documents.computeIfAbsent(generation, any -> new Documents<>(database, model, generation));
    }

    /** Drops the documents and the token of every generation of these models that nothing keeps. */
    public List<Generation> dropUnused(Catalogue models) {
        look();
        List<Generation> dropped = new ArrayList<>();
        for (String collection : database.listCollectionNames()) {
            for (ReadModel<?> model : models.all()) {
                generation(model, collection).filter(this::isUnused).ifPresent(generation -> {
                    drop(generation);
                    dropped.add(generation);
                });
            }
        }
        return dropped;
    }

    /** Drops a generation's documents and its token. */
    public void drop(Generation generation) {
        database.getCollection(generation.name()).drop();
        positions.remove(generation);
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
