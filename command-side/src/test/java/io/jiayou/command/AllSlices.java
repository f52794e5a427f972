package io.jiayou.command;

import io.jiayou.annulment.Registers;
import io.jiayou.annulment.confirmannulment.ConfirmAnnulmentHandler;
import io.jiayou.annulment.reportunreadableevent.ReportUnreadableHandler;
import io.jiayou.annulment.requestannulment.RequestAnnulmentHandler;
import io.jiayou.driver.DriverAggregates;
import io.jiayou.driver.IdentifierClaims;
import io.jiayou.driver.Proofs;
import io.jiayou.driver.SomeDriver;
import io.jiayou.driver.addvehicle.AddVehicleHandler;
import io.jiayou.driver.changephone.ChangePhoneHandler;
import io.jiayou.driver.changeprofile.ChangeProfileHandler;
import io.jiayou.driver.erasedriver.EraseDriverHandler;
import io.jiayou.driver.registerdriver.RegisterDriverHandler;
import io.jiayou.driver.removevehicle.RemoveVehicleHandler;
import io.jiayou.driver.setcontact.SetContactHandler;
import io.jiayou.driver.settlecontact.SettleContactHandler;
import io.jiayou.feedback.FeedbackAggregates;
import io.jiayou.feedback.OrderFreeze;
import io.jiayou.feedback.answerfeedback.AnswerFeedbackHandler;
import io.jiayou.feedback.filefeedback.FileFeedbackHandler;
import io.jiayou.feedback.reopenfeedback.ReopenFeedbackHandler;
import io.jiayou.feedback.resolvefeedback.ResolveFeedbackHandler;
import io.jiayou.identity.record.RecordIdentityHandler;
import io.jiayou.order.OrderAggregates;
import io.jiayou.order.cancelorder.CancelOrderHandler;
import io.jiayou.order.completeorder.CompleteOrderHandler;
import io.jiayou.order.confirmpayment.ConfirmPaymentHandler;
import io.jiayou.order.placeorder.PlaceOrderHandler;
import io.jiayou.order.recorddispense.RecordDispenseHandler;
import io.jiayou.order.recordorder.RecordOrderHandler;
import io.jiayou.privacy.KeysInMemory;
import io.jiayou.privacy.MasterKeys;
import io.jiayou.privacy.PersonKeys;
import io.jiayou.privacy.PersonalData;
import io.jiayou.retention.PrunedArchives;
import io.jiayou.retention.recordpruning.RecordPruningHandler;
import io.jiayou.security.listaddresses.AddressListingHandler;
import io.jiayou.security.record.RecordSecurityHandler;
import io.jiayou.security.record.SecurityStreams;
import io.jiayou.station.StationAggregates;
import io.jiayou.station.closestation.CloseStationHandler;
import io.jiayou.station.describestation.DescribeStationHandler;
import io.jiayou.station.openstation.OpenStationHandler;
import io.jiayou.station.registerstation.RegisterStationHandler;
import io.jiayou.station.setprice.SetPriceHandler;
import io.jiayou.station.setpump.SetPumpHandler;
import java.time.Duration;
import java.util.stream.Stream;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;

/** The handlers of all slices on the command bus of production, without Spring. Each call is one node's. */
final class AllSlices {

    private static final PersonalData OPEN = PersonalData.inTheOpen();

    private AllSlices() {}

    static CommandGateway on(EventStore events) {
        return on(events, person -> false);
    }

    /** @param erased whose keys are gone */
    static CommandGateway on(EventStore events, ErasedPersons erased) {
        CommandBus bus = new MessagingConfiguration().commandBus(new OriginMetadata());
        Stream.of(
                        drivers(events),
                        stations(events),
                        orders(events, erased),
                        feedback(events, erased),
                        retention(events),
                        border(events),
                        annulments(events))
                .flatMap(handlers -> handlers)
                .forEach(handler -> new AnnotationCommandHandlerAdapter<>(handler).subscribe(bus));
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    private static Stream<Object> drivers(EventStore events) {
        var drivers = DriverAggregates.driverShells(events, OPEN);
        var claims = new IdentifierClaims(
                DriverAggregates.identifierShells(events),
                DriverAggregates.identifierLookup(events),
                new Proofs(events),
                SomeDriver.KEY);
        return Stream.of(
                new RegisterDriverHandler(drivers, claims),
                new ChangeProfileHandler(drivers),
                new SetContactHandler(drivers, claims),
                new ChangePhoneHandler(drivers, claims),
                new SettleContactHandler(drivers, claims),
                new AddVehicleHandler(drivers),
                new RemoveVehicleHandler(drivers),
                new EraseDriverHandler(drivers, claims, keys()));
    }

    private static Stream<Object> stations(EventStore events) {
        var stations = StationAggregates.stationShells(events);
        return Stream.of(
                new RegisterStationHandler(stations),
                new DescribeStationHandler(stations),
                new SetPumpHandler(stations),
                new SetPriceHandler(stations),
                new OpenStationHandler(stations),
                new CloseStationHandler(stations));
    }

    private static Stream<Object> orders(EventStore events, ErasedPersons erased) {
        var orders = OrderAggregates.orderShells(events, OPEN);
        return Stream.of(
                new PlaceOrderHandler(
                        orders, DriverAggregates.driverLookup(events), StationAggregates.stationLookup(events), erased),
                new RecordOrderHandler(orders, erased),
                new ConfirmPaymentHandler(orders),
                new RecordDispenseHandler(orders),
                new CompleteOrderHandler(orders),
                new CancelOrderHandler(orders));
    }

    private static Stream<Object> feedback(EventStore events, ErasedPersons erased) {
        var feedback = FeedbackAggregates.feedbackShells(events, OPEN);
        var freeze = new OrderFreeze(StoredRecords.in(events));
        return Stream.of(
                new FileFeedbackHandler(
                        feedback, DriverAggregates.driverLookup(events), OrderAggregates.orderLookup(events), erased),
                new AnswerFeedbackHandler(feedback, freeze, erased),
                new ResolveFeedbackHandler(feedback, freeze),
                new ReopenFeedbackHandler(feedback));
    }

    private static Stream<Object> retention(EventStore events) {
        return Stream.of(new RecordPruningHandler(PrunedArchives.archiveShells(events)));
    }

    private static Stream<Object> border(EventStore events) {
        var streams = new SecurityStreams(events);
        return Stream.of(
                new AddressListingHandler(streams),
                new RecordSecurityHandler(streams),
                new RecordIdentityHandler(events));
    }

    private static Stream<Object> annulments(EventStore events) {
        var registers = Registers.registerShells(events);
        return Stream.of(
                new ReportUnreadableHandler(registers),
                new RequestAnnulmentHandler(registers),
                new ConfirmAnnulmentHandler(registers));
    }

    private static ObjectProvider<PersonKeys> keys() {
        PersonKeys keys = new PersonKeys(new KeysInMemory(), MasterKeys.of(MasterKeys.random()), Duration.ofMinutes(1));
        return new ObjectProvider<>() {
            @Override
            public PersonKeys getObject() {
                return keys;
            }
        };
    }
}
