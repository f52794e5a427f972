package io.jiayou.dashboard.sales;

import com.mongodb.client.MongoCollection;
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
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
    private final ZoneId business;

    SumSales(
            ReadModels readModels,
            AsOfPasts pasts,
            SalesModel sales,
            @Value("${jiayou.business-zone:Asia/Shanghai}") ZoneId business) {
        this.pasts = pasts;
        this.readModels = readModels;
        this.sales = sales;
        this.business = business;
    }

    @GetMapping("/api/dashboards/sales")
    @Operation(
            operationId = "sumSales",
            summary = "Sums of completed sales",
            description =
                    "By hour, day, station or grade, each per currency, in minor units. Hours and days are those of"
                            + " the business zone.")
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
        SalesRange range = SalesRange.read(from, to, business);
        return asOf == null
                ? ResponseEntity.ok(report(readModels.of(sales).collection(), key, range))
                : pasts.answer(sales, asOf, documents -> report(documents, key, range), response);
    }

    private SalesReport report(MongoCollection<SalesDocument> documents, SalesBy by, SalesRange range) {
        return new SalesSums(documents, business).by(by, range);
    }
}
