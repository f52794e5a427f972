package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An aggregation that reads through the indexes where it begins with a match. The library would scan. */
record Pipeline(Document command, List<Document> stages) {

    private static final Set<String> LEFT_TO_THE_LIBRARY = Set.of("$changeStream", "$out", "$merge");

    static Pipeline of(Document command) {
        return new Pipeline(command, Aggregation.parse(command.get("pipeline")));
    }

    boolean isOnlyReading() {
        return stages.stream().flatMap(stage -> stage.keySet().stream()).noneMatch(LEFT_TO_THE_LIBRARY::contains);
    }

    Document run(IndexedCollection source, MongoDatabase database, DatabaseResolver databases, Oplog oplog) {
        List<Document> rest = leadingMatch().isPresent() ? stages.subList(1, stages.size()) : stages;
        Aggregation aggregation = Aggregation.fromPipeline(rest, databases, database, source, oplog);
        aggregation.validate(new Document("cursor", new Document()));
        Document query = leadingMatch().orElseGet(Document::new);
        Candidates candidates = source.candidates(query);
        Stream<Document> matching = source.matching(candidates, query).map(fieldsFor(rest)::in);
        QueryResult answer =
                source.inBatches(aggregation.runStagesAsStream(matching), batchSize(), candidates.largestBatch());
        Document cursor = new Document("id", answer.getCursorId())
                .append("ns", source.getFullName())
                .append("firstBatch", answer.collectDocuments());
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    private Optional<Document> leadingMatch() {
        return stages.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable((Document) stages.getFirst().get("$match"));
    }

    /** A group shows nothing of a document but what it refers to. The driver counts by a group that refers to nothing. */
    private static TopLevelFields fieldsFor(List<Document> stages) {
        Object group = stages.isEmpty() ? null : stages.getFirst().get("$group");
        return group == null ? TopLevelFields.ALL : TopLevelFields.referredToBy(group);
    }

    private int batchSize() {
        return command.get("cursor") instanceof Document cursor
                        && cursor.get("batchSize") instanceof Number size
                        && size.intValue() > 0
                ? size.intValue()
                : IndexedDatabase.FIRST_BATCH;
    }
}
