package io.jiayou.readmodel.operations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.jiayou.http.ProblemException;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.documents.PastRecord;
import io.jiayou.readmodel.rebuild.Pasts;
import io.jiayou.readmodel.rebuild.Rebuilds;
import io.jiayou.readmodel.rebuild.Verifications;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/readmodels}: watches and steers read models.
 *
 * <ul>
 *   <li>{@code GET} lists all, {@code GET /{model}} shows one, with {@code ?hash=true} also the canonical hash of its
 *       documents;
 *   <li>{@code POST /{model}/rebuild}, {@code /{model}/verify}, {@code /{model}/switch-back} start what they say and
 *       answer 202 at once: how it goes on stands in the list. {@code all} stands for all models;
 *   <li>{@code POST /{model}/switch-to/{past}} makes a past's generation the live one, likewise.
 * </ul>
 */
@Component
@Endpoint(id = "readmodels")
class ReadModelsEndpoint {

    private static final String ALL = "all";

    private final Catalogue models;
    private final Observatory observatory;
    private final DocumentCensus census;
    private final Rebuilds rebuilds;
    private final Pasts pasts;
    private final Verifications verifications;

    ReadModelsEndpoint(
            Catalogue models,
            Observatory observatory,
            DocumentCensus census,
            Rebuilds rebuilds,
            Pasts pasts,
            Verifications verifications) {
        this.models = models;
        this.observatory = observatory;
        this.census = census;
        this.rebuilds = rebuilds;
        this.pasts = pasts;
        this.verifications = verifications;
    }

    /** All read models, beside the store's head. */
    record Overview(long head, List<Described> models) {}

    /** One read model and its documents. */
    record Described(@JsonUnwrapped ModelStatus status, DocumentCensus.Census documents) {}

    /** What was started. */
    record Started(List<?> started) {}

    @ReadOperation
    Overview all() {
        return new Overview(
                observatory.head(),
                models.all().stream().map(model -> described(model, false)).toList());
    }

    @ReadOperation
    @Nullable
    Described one(@Selector String model, @Nullable Boolean hash) {
        return models.named(model)
                .map(found -> described(found, Boolean.TRUE.equals(hash)))
                .orElse(null);
    }

    @WriteOperation
    WebEndpointResponse<?> start(@Selector String model, @Selector String operation) {
        Collection<ReadModel<?>> chosen = chosen(model);
        if (chosen.isEmpty()) {
            return refused("no read model is called " + model);
        }
        return switch (operation) {
            case "rebuild" -> started(rebuilds.start(chosen));
            case "verify" -> started(verifications.start(chosen));
            case "switch-back" ->
                started(chosen.stream()
                        .map(rebuilds::switchBack)
                        .flatMap(Optional::stream)
                        .toList());
            default -> refused("there is rebuild, verify, switch-back and switch-to/{past}");
        };
    }

    @WriteOperation
    WebEndpointResponse<?> switchTo(@Selector String model, @Selector String operation, @Selector String past) {
        if (!operation.equals("switch-to")) {
            return refused("there is switch-to");
        }
        try {
            PastRecord there = pasts.switchable(past);
            List<ReadModel<?>> held = chosen(model).stream()
                    .filter(one -> there.share(one.name()).isPresent())
                    .toList();
            return held.isEmpty()
                    ? refused(past + " holds no read model called " + model)
                    : started(switched(there, held));
        } catch (ProblemException problem) {
            return refused(String.valueOf(problem.getMessage()));
        }
    }

    private List<?> switched(PastRecord past, List<ReadModel<?>> held) {
        return held.stream()
                .map(model -> rebuilds.switchTo(past, model))
                .flatMap(Optional::stream)
                .toList();
    }

    private Collection<ReadModel<?>> chosen(String model) {
        return model.equals(ALL)
                ? models.all()
                : models.named(model).map(List::<ReadModel<?>>of).orElse(List.of());
    }

    private Described described(ReadModel<?> model, boolean withHash) {
        return new Described(observatory.of(model), census.of(model, withHash));
    }

    private static WebEndpointResponse<Started> started(List<?> reports) {
        return new WebEndpointResponse<>(new Started(reports), 202);
    }

    private static WebEndpointResponse<Map<String, String>> refused(String why) {
        return new WebEndpointResponse<>(Map.of("error", why), WebEndpointResponse.STATUS_NOT_FOUND);
    }
}
