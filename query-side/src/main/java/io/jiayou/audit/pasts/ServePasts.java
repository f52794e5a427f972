package io.jiayou.audit.pasts;

import io.jiayou.audit.timetravel.PastDocuments;
import io.jiayou.http.computing.TakesLong;
import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.documents.WhatIf;
import io.jiayou.readmodel.rebuild.ModelDifferences;
import io.jiayou.readmodel.rebuild.PastOrder;
import io.jiayou.readmodel.rebuild.PastReport;
import io.jiayou.readmodel.rebuild.Pasts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/pasts}. */
@RestController
@RequestMapping("/api/pasts")
@Tag(name = "Pasts")
class ServePasts {

    /** Stands for what isn't a past. */
    private static final String LIVE = "live";
    /** What a proposed rule changes. */
    private static final String RULED = "sales";

    private final Pasts pasts;
    private final PastMoments moments;
    private final Catalogue models;

    ServePasts(Pasts pasts, PastMoments moments, Catalogue models) {
        this.pasts = pasts;
        this.moments = moments;
        this.models = models;
    }

    /**
     * What past is wanted.
     *
     * @param name up to 64 lower-case letters, digits and dashes
     * @param asOf a position (the last event to take in) or a moment in ISO 8601 with its zone
     * @param models the names of read models; all if absent
     * @param whatIf a rule, for sales as they would have been under it; never to be switched to
     */
    @Schema(name = "PastRequest")
    record Wanted(
            @Schema(example = "before-the-price-change") @NotNull @Pattern(regexp = Pasts.NAME)
            String name,

            @Schema(example = "2026-03-01T08:45:00+08:00") @NotNull @Pattern(regexp = PastDocuments.MOMENT)
            String asOf,

            @Nullable @Size(min = 1, max = 16) List<@NotNull String> models,
            @Nullable @Valid ProposedRule whatIf) {}

    /**
     * All pasts, by name.
     *
     * @param pasts the same under its name of before
     */
    @Schema(name = "Pasts")
    record Overview(
            List<PastReport> items,

            @Schema(deprecated = true, description = "use items")
            List<PastReport> pasts) {}

    /**
     * How two states of read models differ.
     *
     * @param past the name of the first one
     * @param with the other past's name, or live
     * @param equal whether no read model differs
     */
    @Schema(name = "PastsCompared")
    record Comparison(String past, String with, boolean equal, List<ModelDifferences> models) {}

    @PostMapping
    @Operation(
            operationId = "makePast",
            summary = "Makes read models as they stood at a moment",
            description = "Answers at once (202); how far it is says its own address. It's kept for a day.")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<PastReport> make(@Valid @RequestBody Wanted wanted) {
        String name = wanted.name();
        if (name.equals(LIVE)) {
            throw Parameters.invalid("name", "a past isn't called live");
        }
        PastMoments.Place place = moments.read("asOf", wanted.asOf());
        PastReport past = pasts.start(
                wanted.whatIf() == null
                        ? place.order(name, models(wanted.models()))
                        : proposed(name, place, wanted, wanted.whatIf().read()));
        return ResponseEntity.accepted()
                .location(URI.create("/api/pasts/" + name))
                .body(past);
    }

    private PastOrder proposed(String name, PastMoments.Place place, Wanted wanted, WhatIf rule) {
        if (wanted.models() != null && !wanted.models().equals(List.of(RULED))) {
            throw Parameters.invalid("models", "a rule is for the read model {0} alone", RULED);
        }
        if (place.position() < 0) {
            throw Parameters.invalid("asOf", "there was no event yet that a rule could be for");
        }
        List<ReadModel<?>> sales = models(List.of(RULED));
        return new PastOrder(
                name, place.asked(), place.position(), place.moment(), sales, rule, new PriceRule(rule), false);
    }

    private List<ReadModel<?>> models(@Nullable List<String> named) {
        if (named == null) {
            return List.copyOf(models.all());
        }
        return named.stream()
                .distinct()
                .<ReadModel<?>>map(name -> models.named(name)
                        .orElseThrow(() -> Parameters.invalid("models", "no read model is called {0}", name)))
                .toList();
    }

    @GetMapping
    @Operation(operationId = "listPasts", summary = "The pasts that there are")
    Overview all() {
        List<PastReport> all = pasts.all();
        return new Overview(all, all);
    }

    @GetMapping("/{name}")
    @Operation(operationId = "findPast", summary = "How a past stands, and what it holds")
    PastReport one(@PathVariable @Pattern(regexp = Pasts.NAME) String name) {
        return pasts.report(name);
    }

    @DeleteMapping("/{name}")
    @Operation(operationId = "dropPast", summary = "Drops a past with all its documents")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> drop(@PathVariable @Pattern(regexp = Pasts.NAME) String name) {
        pasts.drop(name);
        return ResponseEntity.noContent().build();
    }

    @TakesLong
    @GetMapping("/{name}/differences")
    @Operation(
            operationId = "comparePasts",
            summary = "How a past differs from another one, or from what is live",
            description = "Reads every document of both. What is live may move on meanwhile.")
    Comparison differences(
            @PathVariable @Pattern(regexp = Pasts.NAME) String name,
            @Parameter(description = "the other past's name, or live")
                    @RequestParam(defaultValue = LIVE)
                    @Pattern(regexp = Pasts.NAME)
                    String with) {
        List<ModelDifferences> found = pasts.differences(name, with.equals(LIVE) ? null : with);
        return new Comparison(name, with, found.stream().allMatch(ModelDifferences::equal), found);
    }
}
