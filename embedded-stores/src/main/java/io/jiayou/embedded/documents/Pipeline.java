package io.jiayou.embedded.documents;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
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
        Aggregation aggregation = Aggregation.fromPipeline(stages, databases, database, source, oplog);
        aggregation.validate(new Document("cursor", new Document()));
        Candidates candidates = source.candidates(leadingMatch());
        Stream<Document> results = aggregation.runStagesAsStream(candidates.stream());
        QueryResult answer = source.inBatches(results, batchSize(), candidates.largestBatch());
        Document cursor = new Document("id", answer.getCursorId())
                .append("ns", source.getFullName())
                .append("firstBatch", answer.collectDocuments());
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    private Document leadingMatch() {
        return !stages.isEmpty() && stages.getFirst().get("$match") instanceof Document match ? match : new Document();
    }

    private int batchSize() {
        return command.get("cursor") instanceof Document cursor
                        && cursor.get("batchSize") instanceof Number size
                        && size.intValue() > 0
                ? size.intValue()
                : IndexedDatabase.FIRST_BATCH;
    }
}
