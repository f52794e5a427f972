package io.jiayou.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.foreign.client.ApiClient;
import io.jiayou.foreign.client.ApiException;
import io.jiayou.foreign.client.api.AuditApi;
import io.jiayou.foreign.client.api.DashboardsApi;
import io.jiayou.foreign.client.api.DriversApi;
import io.jiayou.foreign.client.api.FeedbackApi;
import io.jiayou.foreign.client.api.OrdersApi;
import io.jiayou.foreign.client.api.StationsApi;
import io.jiayou.foreign.client.model.DispenseRequest;
import io.jiayou.foreign.client.model.DriverRequest;
import io.jiayou.foreign.client.model.FeedbackItem;
import io.jiayou.foreign.client.model.FeedbackRequest;
import io.jiayou.foreign.client.model.GeoPoint;
import io.jiayou.foreign.client.model.OrderDetails;
import io.jiayou.foreign.client.model.OrderRequest;
import io.jiayou.foreign.client.model.PaymentRequest;
import io.jiayou.foreign.client.model.PresetRequest;
import io.jiayou.foreign.client.model.PriceRequest;
import io.jiayou.foreign.client.model.PumpRequest;
import io.jiayou.foreign.client.model.SalesRow;
import io.jiayou.foreign.client.model.StationRequest;
import java.util.List;

/** The README's walk by a client that was generated from the API's document; its things have ids of a name of their own. */
final class Walk {

    private static final String GRADE = "95#";
    private static final long FEN = 20_000;

    private final Served served;
    private final String driver;
    private final String station;
    private final String order;
    private final String feedback;
    private long version;

    Walk(Served served, String name) {
        this.served = served;
        this.driver = "d-" + name;
        this.station = "s-" + name;
        this.order = "o-" + name;
        this.feedback = "f-" + name;
    }

    private ApiClient as(String role) {
        String token =
                switch (role) {
                    case "driver" -> served.token(role, "--driver", driver);
                    case "manager", "attendant" -> served.token(role, "--station", station);
                    default -> served.token(role);
                };
        ApiClient client = new ApiClient();
        client.updateBaseUri(served.address());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    void opensAStation() throws ApiException {
        new StationsApi(as("head-office"))
                .registerStation(new StationRequest()
                        .stationId(station)
                        .name("康健加油站")
                        .brand("示范石油")
                        .location(new GeoPoint().latitude(31.154).longitude(121.425))
                        .openingHours("24/7"));
        StationsApi managers = new StationsApi(as("manager"));
        managers.setPump(station, 1, new PumpRequest().grades(List.of(GRADE)));
        managers.setPrice(
                station, GRADE, new PriceRequest().unitPrice(7_890L).currency(PriceRequest.CurrencyEnum.CNY));
    }

    void ordersFuel(String phone) throws ApiException {
        new DriversApi(as("agent"))
                .registerDriver(new DriverRequest().driverId(driver).name("王小明").phone(phone));
        new OrdersApi(as("driver"))
                .placeOrder(new OrderRequest()
                        .orderId(order)
                        .driverId(driver)
                        .stationId(station)
                        .pump(1)
                        .grade(GRADE)
                        .preset(new PresetRequest()
                                .kind(PresetRequest.KindEnum.AMOUNT)
                                .amount(FEN)));
    }

    void fuels() throws ApiException {
        new OrdersApi(as("machine"))
                .confirmPayment(
                        order,
                        new PaymentRequest()
                                .amount(FEN)
                                .currency(PaymentRequest.CurrencyEnum.CNY)
                                .channel("wechat-pay")
                                .transactionId("t-" + order));
        OrdersApi attendants = new OrdersApi(as("attendant"));
        attendants.recordDispense(order, new DispenseRequest().volumeMl(25_340L));
        version = attendants.completeOrder(order).getVersion();
    }

    void complains() throws ApiException {
        version = new FeedbackApi(as("driver"))
                .fileFeedback(new FeedbackRequest()
                        .feedbackId(feedback)
                        .driverId(driver)
                        .orderId(order)
                        .category(FeedbackRequest.CategoryEnum.STATION_SERVICE)
                        .channel(FeedbackRequest.ChannelEnum.MINI_PROGRAM)
                        .rating(2)
                        .text("等了二十分钟"))
                .getVersion();
    }

    void isTold() throws ApiException {
        OrderDetails told = new OrdersApi(as("driver")).findOrder(order, null, version, null);
        assertThat(told.getStatus()).isEqualTo(OrderDetails.StatusEnum.COMPLETED);
        assertThat(told.getPayable().getAmount()).isEqualTo(FEN);
        List<SalesRow> sales = new DashboardsApi(as("head-office"))
                .sumSales(DashboardsApi.APISumSalesRequest.newBuilder()
                        .by("station")
                        .version(version)
                        .build())
                .getRows();
        assertThat(sales)
                .filteredOn(row -> row.getKey().equals(station))
                .singleElement()
                .returns(19_993L, SalesRow::getAmount);
        assertThat(new FeedbackApi(as("agent"))
                        .listFeedback(
                                FeedbackApi.APIListFeedbackRequest.newBuilder()
                                        .version(version)
                                        .build())
                        .getItems())
                .extracting(FeedbackItem::getFeedbackId)
                .contains(feedback);
        assertThat(new AuditApi(as("auditor"))
                        .findHistory(AuditApi.APIFindHistoryRequest.newBuilder()
                                .order(order)
                                .limit(10)
                                .build())
                        .getItems())
                .hasSizeGreaterThan(3);
    }
}
