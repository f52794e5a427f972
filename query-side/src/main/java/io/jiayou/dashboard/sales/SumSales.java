package io.jiayou.dashboard.sales;

import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/dashboards/sales}. */
@RestController
@Reads(SalesModel.class)
@Tag(name = "Dashboards")
class SumSales {

    private final ReadModels readModels;
    private final SalesModel sales;
    private final ZoneId business;

    SumSales(ReadModels readModels, SalesModel sales, @Value("${jiayou.business-zone:Asia/Shanghai}") ZoneId business) {
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
    SalesReport sum(
            @Parameter(
                            description = "a business day, or a moment with its zone on a quarter of an hour; the first"
                                    + " sale if absent",
                            example = "2026-03-01")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description =
                                    "the last business day, or the moment at which the range ends; the last sale if"
                                            + " absent",
                            example = "2026-03-31")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {"hour", "day", "station", "grade"},
                                            defaultValue = "day"))
                    @RequestParam(defaultValue = "day")
                    String by) {
        SalesBy key = Parameters.oneOf("by", by, SalesBy.class);
        SalesRange range = SalesRange.read(from, to, business);
        return new SalesSums(readModels.of(sales).collection(), business).by(key, range);
    }
}
