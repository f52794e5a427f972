package io.jiayou.order.details;

import io.jiayou.http.ProblemException;
import io.jiayou.parameters.Cursor;
import io.jiayou.parameters.Page;
import io.jiayou.parameters.Parameters;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.rules.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/orders}. */
@RestController
@Reads(OrderDetailsModel.class)
@Tag(name = "Orders")
class ListOrders {

    private final ReadModels readModels;
    private final OrderDetailsModel orders;

    ListOrders(ReadModels readModels, OrderDetailsModel orders) {
        this.readModels = readModels;
        this.orders = orders;
    }

    @GetMapping("/api/orders")
    @Operation(
            operationId = "listOrders",
            summary = "Orders of a driver or a station, newest first",
            description = "One of both has to be given.")
    Page<OrderItem> list(
            @Parameter(description = "a driver's id", example = "0197a3c5-0000-7000-8000-00000000d001")
                    @RequestParam(required = false)
                    @Nullable
                    String driver,
            @Parameter(description = "a station's id", example = "0197a3c5-0000-7000-8000-00000000a001")
                    @RequestParam(required = false)
                    @Nullable
                    String station,
            @Parameter(
                            description = "only orders with this status",
                            schema = @Schema(implementation = OrderStatus.class))
                    @RequestParam(required = false)
                    @Nullable
                    String status,
            @Parameter(
                            description = "nextCursor of the page before",
                            schema = @Schema(type = "string", pattern = Cursor.WRITTEN))
                    @RequestParam(required = false)
                    @Nullable
                    String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST_LIMIT) int limit) {
        if (driver == null && station == null) {
            throw new ProblemException(Problem.MISSING_FIELD, "driver", "driver or station must be given");
        }
        OrderStatus wanted = status == null ? null : Parameters.oneOf("status", status, OrderStatus.class);
        return new OrderList(driver, station, wanted)
                .page(readModels.of(orders).collection(), cursor, limit, readModels.moment());
    }
}
