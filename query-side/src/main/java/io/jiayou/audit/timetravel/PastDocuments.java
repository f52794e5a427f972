package io.jiayou.audit.timetravel;

import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.readmodel.RecordedEvent;
import io.jiayou.readmodel.View;
import io.jiayou.values.Moments;
import io.jiayou.values.Position;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What endpoints of single documents answer about the past, with the position of the last event taken in. */
@Component
public final class PastDocuments {

    /** The parameter's name. */
    public static final String AS_OF = "asOf";

    /** A position or a moment, as a pattern of ECMA-262. */
    public static final String MOMENT = "^(?:" + Position.WRITTEN + "|" + Moments.WRITTEN + ")$";

    /** What the API's document says of the parameter. */
    public static final String AS_OF_TEXT =
            "as it was: a position (the last event to take in) or a moment in ISO 8601 with its zone (what was"
                    + " recorded at it or before); as it is if absent";

    /** As above, for the first moment of two. */
    public static final String FROM_TEXT = "the first moment: a position or a moment in ISO 8601 with its zone";

    /** As above, for the second moment of two. */
    public static final String TO_TEXT = "the second moment, in either form; now if absent";

    private final TimeTravel travel;
    private final ReadModels readModels;
    private final JsonMapper json;

    PastDocuments(TimeTravel travel, ReadModels readModels, JsonMapper json) {
        this.travel = travel;
        this.readModels = readModels;
        this.json = json;
    }

    /** The document as of a moment; the live one if none is given. */
    public <V extends View> Optional<V> find(
            AggregateReadModel<V> model, String id, @Nullable String asOf, HttpServletResponse response) {
        return asOf == null
                ? readModels.of(model).find(id)
                : find(model, id, travel.moment(AS_OF, asOf), response).view();
    }

    /** The document as of a moment, with its events. */
    public <V extends View> Past<V> find(
            AggregateReadModel<V> model, String id, Moment moment, HttpServletResponse response) {
        Past<V> past = travel.asOf(model, id, moment);
        response.setHeader(
                Reads.POSITION,
                past.view().map(view -> Long.toString(view.position())).orElse(null));
        if (past.stop() != null) {
            response.setHeader(Reads.STOPPED_AT, Long.toString(past.stop().position()));
        }
        return past;
    }

    /**
     * What became of the document between two moments.
     *
     * @param shown what an endpoint answers for a view
     * @return none if it doesn't exist at the second moment
     */
    public <V extends View> Optional<Changes> changes(
            AggregateReadModel<V> model,
            String id,
            String from,
            @Nullable String to,
            Function<V, ?> shown,
            HttpServletResponse response) {
        Moment first = travel.moment("from", from);
        Moment second = to == null ? travel.now() : travel.moment("to", to);
        Past<V> before = travel.asOf(model, id, first);
        Past<V> after = find(model, id, second, response);
        if (first.isAfter(second) || before.taken() > after.taken()) {
            throw Parameters.invalid("from", "from is after to");
        }
        return after.view().map(view -> changes(before, after, view, shown));
    }

    /** Named as causes are the events that the first state doesn't have: also earlier ones, if they waited then. */
    private <V extends View> Changes changes(Past<V> before, Past<V> after, V view, Function<V, ?> shown) {
        V first = before.document();
        Set<Long> known = before.events().stream().map(RecordedEvent::position).collect(Collectors.toSet());
        return new Changes(
                first == null ? null : first.position(),
                view.position(),
                Difference.between(
                        first == null ? json.createObjectNode() : json.valueToTree(shown.apply(first)),
                        json.valueToTree(shown.apply(view))),
                after.events().stream()
                        .filter(event -> !known.contains(event.position()))
                        .map(Changes.Cause::of)
                        .toList());
    }
}
