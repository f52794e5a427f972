package io.jiayou.dashboard.sales;

import io.jiayou.audit.pasts.AsOfPasts;
import io.jiayou.audit.timetravel.PastDocuments;
import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.readmodel.rebuild.PastReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/dashboards/sales}. */
@RestController
@Reads(SalesModel.class)
@Tag(name = "Dashboards")
class SumSales {

    private final ReadModels readModels;
    private final AsOfPasts pasts;
    private final SalesModel sales;
    private final SalesReports reports;

    SumSales(ReadModels readModels, AsOfPasts pasts, SalesModel sales, SalesReports reports) {
        this.pasts = pasts;
        this.readModels = readModels;
        this.sales = sales;
        this.reports = reports;
    }

    @GetMapping("/api/dashboards/sales")
    @Operation(
            operationId = "sumSales",
            summary = "Sums of completed sales",
            description =
                    "By hour, day, station or grade, each per currency, in minor units. Hours and days are those of"
                            + " the business zone. Stations have beside their id the name that they have now, also in"
                            + " sums of a past moment.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = SalesReport.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The sums as of that moment are being made: ask again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = PastReport.class)))
    ResponseEntity<Object> sum(
            @Parameter(
                            description = "a business day, or a moment with its zone on a quarter of an hour; the first"
                                    + " sale if absent",
                            schema = @Schema(type = "string", pattern = SalesRange.END))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description =
                                    "the last business day, or the moment at which the range ends; the last sale if"
                                            + " absent",
                            schema = @Schema(type = "string", pattern = SalesRange.END))
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
            @Parameter(
                            description = PastDocuments.AS_OF_TEXT + "; 202 while those sums are being made",
                            schema = @Schema(type = "string", pattern = PastDocuments.MOMENT))
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            HttpServletResponse response) {
        SalesBy key = Parameters.oneOf("by", by, SalesBy.class);
        SalesRange range = SalesRange.read(from, to, reports.business());
        return asOf == null
                ? ResponseEntity.ok(reports.of(readModels.of(sales).collection(), key, range))
                : pasts.answer(sales, asOf, documents -> reports.of(documents, key, range), response);
    }
}
