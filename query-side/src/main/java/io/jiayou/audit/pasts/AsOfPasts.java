package io.jiayou.audit.pasts;

import com.mongodb.client.MongoCollection;
import io.jiayou.http.ProblemException;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.Reads;
import io.jiayou.readmodel.View;
import io.jiayou.readmodel.documents.Documents;
import io.jiayou.readmodel.documents.PastRecord.State;
import io.jiayou.readmodel.rebuild.PastReport;
import io.jiayou.readmodel.rebuild.Pasts;
import io.jiayou.rules.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers of many documents about a past moment: from a past of exactly then, which is made when nobody has it yet. Such pasts
 * have few places of their own, so that whoever only asks takes none from those who make pasts.
 */
@Component
public final class AsOfPasts {

    private static final String PARAMETER = "asOf";

    private final PastMoments moments;
    private final Pasts pasts;

    AsOfPasts(PastMoments moments, Pasts pasts) {
        this.moments = moments;
        this.pasts = pasts;
    }

    /**
     * The answer (200), or how far its past is (202, with its address and when to ask again).
     *
     * @param query asks the documents of that moment
     */
    public <V extends View> ResponseEntity<Object> answer(
            ReadModel<V> model, String asOf, Function<MongoCollection<V>, ?> query, HttpServletResponse response) {
        PastMoments.Place place = moments.read(PARAMETER, asOf);
        PastReport past = pasts.at(place.position(), model).orElseGet(() -> begin(model, place));
        response.setHeader(Reads.POSITION, Long.toString(place.position()));
        return documents(past, model)
                .<ResponseEntity<Object>>map(there -> {
                    there.marks()
                            .firstMissing()
                            .ifPresent(position -> response.setHeader(Reads.INCOMPLETE, Long.toString(position)));
                    return ResponseEntity.ok(query.apply(there.collection()));
                })
                .orElseGet(() -> ResponseEntity.accepted()
                        .location(URI.create("/api/pasts/" + past.name()))
                        .header(HttpHeaders.RETRY_AFTER, "1")
                        .body(past));
    }

    private <V extends View> Optional<Documents<V>> documents(PastReport past, ReadModel<V> model) {
        return past.state() == State.READY ? pasts.documents(pasts.ready(past.name()), model) : Optional.empty();
    }

    private PastReport begin(ReadModel<?> model, PastMoments.Place place) {
        String name = model.name() + "-of-" + (place.position() + 1) + "-events";
        try {
            return pasts.start(place.order(name, List.of(model)).madeByQuery());
        } catch (ProblemException taken) {
            if (taken.problem() != Problem.PAST_EXISTS) {
                throw taken;
            }
            // Somebody else has just begun it, or it failed.
            PastReport there = pasts.report(name);
            if (there.state() == State.FAILED) {
                pasts.drop(name);
                throw new ProblemException(
                        Problem.UNAVAILABLE, null, "the past couldn't be made: {0}", String.valueOf(there.error()));
            }
            return there;
        }
    }
}
