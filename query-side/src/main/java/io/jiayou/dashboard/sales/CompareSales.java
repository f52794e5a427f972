package io.jiayou.dashboard.sales;

import io.jiayou.audit.pasts.AsOfPasts;
import io.jiayou.http.ProblemException;
import io.jiayou.http.computing.TakesLong;
import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.documents.PastRecord;
import io.jiayou.readmodel.rebuild.PastReport;
import io.jiayou.readmodel.rebuild.Pasts;
import io.jiayou.rules.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/dashboards/sales/what-if}. */
@RestController
@Tag(name = "Dashboards")
class CompareSales {

    private final Pasts pasts;
    private final AsOfPasts asOf;
    private final SalesModel sales;
    private final SalesReports reports;

    CompareSales(Pasts pasts, AsOfPasts asOf, SalesModel sales, SalesReports reports) {
        this.pasts = pasts;
        this.asOf = asOf;
        this.sales = sales;
        this.reports = reports;
    }

    @TakesLong
    @GetMapping("/api/dashboards/sales/what-if")
    @Operation(
            operationId = "compareSales",
            summary = "Sales as they were beside what they would have been under a proposed rule",
            description = "The rule is that of a past that was made with whatIf. What really was is taken from the same"
                    + " events: 202 while those sums are being made.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = SalesUnderRule.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The sums of what really was are being made: ask again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = PastReport.class)))
    ResponseEntity<Object> compare(
            @Parameter(description = "the name of a past that was made with whatIf")
                    @RequestParam
                    @Pattern(regexp = Pasts.NAME)
                    String past,
            @Parameter(description = "as in the sums", schema = @Schema(type = "string", pattern = SalesRange.END))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(description = "as in the sums", schema = @Schema(type = "string", pattern = SalesRange.END))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"hour", "day", "station", "grade"},
                                            defaultValue = "day"))
                    @RequestParam(defaultValue = "day")
                    String by,
            HttpServletResponse response) {
        SalesBy key = Parameters.oneOf("by", by, SalesBy.class);
        SalesRange range = SalesRange.read(from, to, reports.business());
        PastRecord proposed = pasts.ready(past);
        if (proposed.whatIf() == null) {
            throw new ProblemException(
                    Problem.PAST_UNSUITABLE, "past", "this past is what really happened: make one with whatIf");
        }
        SalesReport wouldBe = pasts.documents(proposed, sales)
                .map(documents -> reports.of(documents.collection(), key, range))
                .orElseThrow(() ->
                        new ProblemException(Problem.PAST_UNSUITABLE, "past", "this past doesn't hold the sales"));
        return asOf.answer(
                sales,
                Long.toString(proposed.position()),
                documents -> SalesUnderRule.of(reports.of(documents, key, range), wouldBe),
                response);
    }
}
