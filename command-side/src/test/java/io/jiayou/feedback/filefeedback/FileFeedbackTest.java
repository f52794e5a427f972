package io.jiayou.feedback.filefeedback;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.feedback.SomeFeedback.AT;
import static io.jiayou.feedback.SomeFeedback.ID;
import static io.jiayou.feedback.SomeFeedback.filed;
import static io.jiayou.order.SomeOrder.cancelled;
import static io.jiayou.order.SomeOrder.dispensed;
import static io.jiayou.order.SomeOrder.paid;
import static io.jiayou.order.SomeOrder.placed;
import static io.jiayou.order.SomeOrder.refund;
import static io.jiayou.order.SomeOrder.yuan;

import io.jiayou.driver.SomeDriver;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.OrderEvidence;
import io.jiayou.order.SomeOrder;
import io.jiayou.order.events.CancellationReason;
import io.jiayou.order.events.RefundReason;
import io.jiayou.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FileFeedbackTest {

    private static final String TEXT = "付了款但没有加到油";

    @Test
    void filesFeedbackAboutNoOrderOfSomebodyUnknown() {
        given().when(suggestion("希望有洗车服务")).then(filed());
    }

    @Test
    void ranksAPaidOrderWithoutFuelFirstAndKeepsItsEvidence() {
        given(SomeDriver.registered(), placed(), paid())
                .when(complaint(SomeDriver.ID, SomeOrder.ID))
                .then(filedWith(
                        SomeDriver.ID,
                        new OrderEvidence(yuan("200.00"), 0, null, false),
                        FeedbackPriority.PAID_WITHOUT_FUEL));
    }

    @Test
    void ranksAComplaintLowerWhenTheOrderShowsFuel() {
        given(placed(), paid(), dispensed(25_340, "199.93"), refund("0.07", RefundReason.DIFFERENCE))
                .when(complaint(null, SomeOrder.ID))
                .then(filedWith(
                        null, new OrderEvidence(yuan("200.00"), 25_340, yuan("0.07"), false), FeedbackPriority.MONEY));
    }

    @Test
    void takesAComplaintWithoutPaymentForNoMoreThanThat() {
        given(placed(), cancelled(CancellationReason.BY_DRIVER))
                .when(complaint(null, SomeOrder.ID))
                .then(filedWith(null, new OrderEvidence(null, 0, null, true), FeedbackPriority.COMPLAINT));
    }

    @Test
    void takesTheSamePieceTwiceForOne() {
        given(filed()).when(suggestion("希望有洗车服务")).thenNothing();
    }

    @Test
    void takesTheSamePieceForOneEvenWhenItsOrderWentOn() {
        FeedbackFiled before =
                filedWith(null, new OrderEvidence(yuan("200.00"), 0, null, false), FeedbackPriority.PAID_WITHOUT_FUEL);
        given(placed(), paid(), before, dispensed(25_340, "199.93"))
                .when(complaint(null, SomeOrder.ID))
                .thenNothing();
    }

    @Test
    void refusesAnotherPieceUnderTheSameId() {
        given(filed()).when(suggestion("希望有便利店")).thenRefused(Rule.FEEDBACK_ID_TAKEN);
    }

    @Test
    void refusesTheIdOfSomethingElse() {
        given(placed())
                .when(new FileFeedback(
                        SomeOrder.ID, null, null, FeedbackCategory.PRAISE, "好", 5, FeedbackChannel.EMAIL, AT))
                .thenRefused(Rule.FEEDBACK_ID_TAKEN);
    }

    @Test
    void refusesAnOrderThatDoesNotExist() {
        given(SomeDriver.registered())
                .when(complaint(SomeDriver.ID, SomeOrder.ID))
                .thenRefused(Rule.ORDER_UNKNOWN);
    }

    @Test
    void refusesADriverWhoDoesNotExist() {
        given(placed()).when(complaint(SomeDriver.ID, SomeOrder.ID)).thenRefused(Rule.DRIVER_UNKNOWN);
    }

    @Test
    void refusesADriverIdThatIsSomethingElse() {
        given(placed()).when(complaint(SomeOrder.ID, null)).thenRefused(Rule.DRIVER_UNKNOWN);
    }

    private static FileFeedback suggestion(String text) {
        return new FileFeedback(ID, null, null, FeedbackCategory.SUGGESTION, text, null, FeedbackChannel.EMAIL, AT);
    }

    private static FileFeedback complaint(@Nullable String driverId, @Nullable String orderId) {
        return new FileFeedback(
                ID,
                driverId,
                orderId,
                FeedbackCategory.CHARGED_WITHOUT_FUEL,
                TEXT,
                1,
                FeedbackChannel.MINI_PROGRAM,
                AT);
    }

    private static FeedbackFiled filedWith(
            @Nullable String driverId, OrderEvidence evidence, FeedbackPriority priority) {
        return new FeedbackFiled(
                ID,
                driverId,
                SomeOrder.ID,
                FeedbackCategory.CHARGED_WITHOUT_FUEL,
                TEXT,
                1,
                FeedbackChannel.MINI_PROGRAM,
                evidence,
                priority,
                AT);
    }
}
