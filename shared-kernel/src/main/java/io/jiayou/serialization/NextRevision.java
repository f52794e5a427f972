package io.jiayou.serialization;

import java.util.function.UnaryOperator;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;

/** One event's step from a revision to the next, under the same name. */
final class NextRevision extends SingleEventUpcaster {

    private final SerializedType from;
    private final SerializedType to;
    private final UnaryOperator<JsonNode> change;

    private NextRevision(String name, int from, UnaryOperator<JsonNode> change) {
        this.from = new SimpleSerializedType(name, String.valueOf(from));
        this.to = new SimpleSerializedType(name, String.valueOf(from + 1));
        this.change = change;
    }

    /** A component was added that may be absent, as it is in all earlier events. */
    static NextRevision addsWhatMayBeAbsent(String name, int from) {
        return new NextRevision(name, from, payload -> payload);
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(from);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(to, JsonNode.class, change::apply);
    }
}
