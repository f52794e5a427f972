package io.jiayou.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import io.jiayou.metadata.MetadataKeys;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.jspecify.annotations.Nullable;

/**
 * Events recorded one after another, and what a read model makes of them. Each document goes through the driver's codec
 * after each event, so that every test of a fold also shows that its documents can be stored and lose nothing.
 */
public final class Recorded {

    /** When events are recorded unless a test says otherwise. */
    public static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

    private final List<RecordedEvent> events = new ArrayList<>();

    public static Recorded events(Object... payloads) {
        Recorded recorded = new Recorded();
        for (Object payload : payloads) {
            recorded.and(payload, AT);
        }
        return recorded;
    }

    public Recorded and(Object payload, Instant recordedAt) {
        int position = events.size();
        Map<String, String> metadata = Map.of(
                MetadataKeys.ACTOR, "somebody", MetadataKeys.ROLE, "driver", MetadataKeys.CHANNEL, "mini-program");
        events.add(new RecordedEvent(position, "event-" + position, "id", position, recordedAt, payload, metadata));
        return this;
    }

    /** The document with this id after all events. */
    public <V extends View> V view(ReadModel<V> model, String id) {
        return Objects.requireNonNull(viewOrNone(model, id), "no event reached the document");
    }

    public <V extends View> @Nullable V viewOrNone(ReadModel<V> model, String id) {
        V view = null;
        for (RecordedEvent event : events) {
            if (model.documentsOf(event.payload()).contains(id)) {
                view = stored(model, model.fold(id, view, event));
                assertThat(view.position()).isEqualTo(event.position());
                assertThat(view.id()).isEqualTo(id);
            }
        }
        return view;
    }

    private static <V extends View> V stored(ReadModel<V> model, V view) {
        Codec<V> codec = MongoClientSettings.getDefaultCodecRegistry().get(model.view());
        BsonDocument document = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(document), view, EncoderContext.builder().build());
        V read = codec.decode(
                new BsonDocumentReader(document), DecoderContext.builder().build());
        assertThat(read).isEqualTo(view);
        return read;
    }
}
