package io.jiayou.order.details;

import io.jiayou.http.ProblemException;
import io.jiayou.http.given.Given;
import io.jiayou.parameters.Cursor;
import io.jiayou.parameters.Page;
import io.jiayou.parameters.Parameters;
import io.jiayou.parameters.TimeRange;
import io.jiayou.readmodel.ReadModels;
import io.jiayou.readmodel.Reads;
import io.jiayou.rules.Problem;
import io.jiayou.values.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
    private final ZoneId business;

    ListOrders(
            ReadModels readModels,
            OrderDetailsModel orders,
            @Value("${jiayou.business-zone:Asia/Shanghai}") ZoneId business) {
        this.readModels = readModels;
        this.orders = orders;
        this.business = business;
    }

    @GetMapping("/api/orders")
    @Operation(
            operationId = "listOrders",
            summary = "Orders of a driver, a station or a time, newest first",
            description = "At least one of driver, station and from has to be given; they go together. Business"
                    + " days are those of the sums of sales. Who may see the own alone names it by driver or station.")
    Page<OrderItem> list(
            @Parameter(description = "a driver's id") @RequestParam(required = false) @Nullable @Given(Limit.ID)
                    String driver,
            @Parameter(description = "a station's id") @RequestParam(required = false) @Nullable @Given(Limit.ID)
                    String station,
            @Parameter(
                            description = "only orders with this status",
                            schema = @Schema(implementation = OrderStatus.class))
                    @RequestParam(required = false)
                    @Nullable
                    String status,
            @Parameter(
                            description = "a business day, or a moment with its zone: orders placed then or later",
                            schema = @Schema(type = "string", pattern = TimeRange.WRITTEN))
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description = "the last business day, or the moment before which they were placed",
                            schema = @Schema(type = "string", pattern = TimeRange.WRITTEN))
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(
                            description = "nextCursor of the page before",
                            schema = @Schema(type = "string", pattern = Cursor.WRITTEN))
                    @RequestParam(required = false)
                    @Nullable
                    String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST_LIMIT) int limit) {
        if (driver == null && station == null && from == null) {
            throw new ProblemException(Problem.MISSING_FIELD, "driver", "driver, station or from must be given");
        }
        OrderStatus wanted = status == null ? null : Parameters.oneOf("status", status, OrderStatus.class);
        return new OrderList(driver, station, wanted, TimeRange.read(from, to, business))
                .page(readModels.of(orders).collection(), cursor, limit, readModels.moment());
    }
}
