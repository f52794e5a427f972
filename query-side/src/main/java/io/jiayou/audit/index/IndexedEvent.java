package io.jiayou.audit.index;

import io.jiayou.audit.EventRecord;
import io.jiayou.metadata.MetadataKeys;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** An event as a document of the index. */
final class IndexedEvent {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Document document = new Document();

    private IndexedEvent() {}

    /** The payload as a tree; nothing for one that isn't JSON, which only a damaged store has. */
    static JsonNode payload(EventRecord event) {
        try {
            return JSON.readTree(event.payload());
        } catch (JacksonException damaged) {
            return MissingNode.getInstance();
        }
    }

    static Document of(long position, EventRecord event, JsonNode payload, Set<String> subjects, List<String> texts) {
        IndexedEvent indexed = new IndexedEvent();
        indexed.document.add(new LongPoint(IndexFields.POSITION, position));
        indexed.document.add(new NumericDocValuesField(IndexFields.POSITION, position));
        indexed.term(IndexFields.ID, event.id());
        indexed.term(IndexFields.AGGREGATE, event.aggregateId());
        indexed.term(IndexFields.ACTOR, event.metadata().get(MetadataKeys.ACTOR));
        indexed.term(IndexFields.CORRELATION, event.metadata().get(MetadataKeys.CORRELATION_ID));
        indexed.term(IndexFields.CAUSATION, event.metadata().get(MetadataKeys.CAUSATION_ID));
        indexed.types(event.type());
        subjects.forEach(one -> indexed.document.add(new StringField(IndexFields.SUBJECT, one, Field.Store.YES)));
        indexed.time(IndexFields.RECORDED, event.time());
        indexed.time(IndexFields.HAPPENED, happenedAt(payload));
        texts.forEach(text -> indexed.document.add(new TextField(IndexFields.TEXT, Words.plain(text), Field.Store.NO)));
        return indexed.document;
    }

    private void term(String field, @Nullable String value) {
        if (value != null) {
            document.add(new StringField(field, value, Field.Store.NO));
        }
    }

    private void types(String type) {
        for (int dot = type.indexOf('.'); dot >= 0; dot = type.indexOf('.', dot + 1)) {
            term(IndexFields.TYPE, type.substring(0, dot));
        }
        term(IndexFields.TYPE, type);
    }

    private void time(String field, @Nullable Instant time) {
        if (time != null) {
            document.add(new LongPoint(field, IndexFields.nanos(time)));
        }
    }

    /** When it happened, as its payload says; none where it doesn't. */
    private static @Nullable Instant happenedAt(JsonNode payload) {
        try {
            JsonNode at = payload.path("at");
            return at.isString() ? Instant.parse(at.stringValue()) : null;
        } catch (DateTimeException another) {
            return null;
        }
    }
}
