package io.jiayou.imports.transactions;

import io.jiayou.command.Commands;
import io.jiayou.driver.registerdriver.RegisterDriver;
import io.jiayou.ids.Ids;
import io.jiayou.imports.Refusal;
import io.jiayou.order.Order;
import io.jiayou.order.completeorder.CompleteOrder;
import io.jiayou.order.confirmpayment.ConfirmPayment;
import io.jiayou.order.recorddispense.RecordDispense;
import io.jiayou.order.recordorder.RecordOrder;
import io.jiayou.rules.Rule;
import io.jiayou.rules.RuleViolation;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.registerstation.RegisterStation;
import java.time.Instant;
import java.time.ZoneId;

/** Sends what a sale says: a driver for the card, a station, and an order that is paid, dispensed and completed. */
final class SaleSending {

    private static final String PAYMENT_CHANNEL = "fuel-card";

    private final Commands commands;
    private final Sales sales;
    private final ZoneId zone;
    private final Instant now;
    private final Once once = new Once();

    /**
     * @param zone of the stations' clocks
     * @param now when drivers and stations are registered: that happens by the import
     */
    SaleSending(Commands commands, Sales sales, ZoneId zone, Instant now) {
        this.commands = commands;
        this.sales = sales;
        this.zone = zone;
        this.now = now;
    }

    /** Refuses a sale whose transaction is there with other content. */
    void requireSame(Sale sale) {
        requireSame(sale, sales.recorded(sales.orderId(sale)));
    }

    /**
     * Sends a sale; one that was sent before in part is finished.
     *
     * @return whether anything changed
     * @throws io.jiayou.imports.RefusedLine TRANSACTION_DIFFERS
     * @throws RuleViolation when a rule refuses
     */
    boolean send(Sale sale) {
        String id = sales.orderId(sale);
        Order order = sales.recorded(id);
        requireSame(sale, order);
        if (order.completed()) {
            return false;
        }
        String driver = order.placed() == null ? holder(sale) : order.placed().driverId();
        once.run("station " + sale.station(), () -> registerStation(sale));
        commands.send(
                id,
                new RecordOrder(id, driver, sale.stationId(), sale.grade(), sale.volumeMl(), sale.total(), sale.at()));
        commands.send(id, new ConfirmPayment(id, sale.total(), PAYMENT_CHANNEL, sale.transaction(), sale.at()));
        commands.send(id, new RecordDispense(id, sale.volumeMl(), sale.total(), sale.at()));
        commands.send(id, new CompleteOrder(id, sale.at()));
        return true;
    }

    private void requireSame(Sale sale, Order order) {
        if (order.placed() != null && !sale.isRecordedAs(order.placed(), sales.holders(sale))) {
            throw Refusal.TRANSACTION_DIFFERS.because("{0}", "TransactionID");
        }
    }

    /** Who holds the card; a new driver if nobody does, as after an erasure. */
    private String holder(Sale sale) {
        once.run("card " + sale.card(), () -> {
            if (sales.holder(sale).isEmpty()) {
                registerDriver(sale);
            }
        });
        return sales.holder(sale)
                .orElseThrow(() -> Rule.DRIVER_ERASED.violated("the holder of the card has just been erased"));
    }

    /** Of two imports at once one registers, and the other finds the driver. */
    private void registerDriver(Sale sale) {
        String driverId = Ids.timeOrdered();
        String name = "Fuel card " + sale.card();
        try {
            commands.send(driverId, new RegisterDriver(driverId, name, null, null, sale.card(), now));
        } catch (RuleViolation violation) {
            if (violation.rule() != Rule.DRIVER_ALREADY_REGISTERED) {
                throw violation;
            }
        }
    }

    /** A station that is there stays as it is: by now somebody may have described it better than a number does. */
    private void registerStation(Sale sale) {
        StationDescription description = new StationDescription(
                "Station " + sale.station(), "Chain " + sale.chain(), null, null, null, null, zone.getId());
        try {
            commands.send(sale.stationId(), new RegisterStation(sale.stationId(), description, now));
        } catch (RuleViolation violation) {
            if (violation.rule() != Rule.STATION_ALREADY_REGISTERED) {
                throw violation;
            }
        }
    }
}
