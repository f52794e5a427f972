package io.jiayou.driver;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.registered;

import io.jiayou.feedback.SomeFeedback;
import io.jiayou.feedback.answerfeedback.AnswerFeedback;
import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.feedback.events.FeedbackResolved;
import io.jiayou.feedback.filefeedback.FileFeedback;
import io.jiayou.feedback.resolvefeedback.ResolveFeedback;
import io.jiayou.order.SomeOrder;
import io.jiayou.order.completeorder.CompleteOrder;
import io.jiayou.order.events.Preset;
import io.jiayou.order.placeorder.PlaceOrder;
import io.jiayou.order.recorddispense.RecordDispense;
import io.jiayou.order.recordorder.RecordOrder;
import io.jiayou.rules.Rule;
import io.jiayou.station.SomeStation;
import org.junit.jupiter.api.Test;

/** A driver's key is deleted before the last event says so: from then on nothing is written of the driver. */
class ErasedDriverTest {

    @Test
    void ordersNothing() {
        given(registered(), SomeStation.registered(), SomeStation.pump(), SomeStation.price(7890, SomeStation.AT))
                .andErased(SomeDriver.ID)
                .when(new PlaceOrder(
                        SomeOrder.ID,
                        SomeDriver.ID,
                        SomeStation.ID,
                        SomeStation.PUMP,
                        SomeStation.GRADE,
                        Preset.byAmount(20_000),
                        null,
                        SomeOrder.AT))
                .thenRefused(Rule.DRIVER_ERASED);
    }

    @Test
    void hasNoMoreRecordsOfOrders() {
        given(registered())
                .andErased(SomeDriver.ID)
                .when(new RecordOrder(
                        SomeOrder.ID,
                        SomeDriver.ID,
                        SomeStation.ID,
                        SomeStation.GRADE,
                        25_340,
                        SomeOrder.yuan("199.93"),
                        SomeOrder.AT))
                .thenRefused(Rule.DRIVER_ERASED);
    }

    @Test
    void saysNothing() {
        given(registered())
                .andErased(SomeDriver.ID)
                .when(new FileFeedback(
                        SomeFeedback.ID,
                        SomeDriver.ID,
                        null,
                        FeedbackCategory.SUGGESTION,
                        "希望有洗车服务",
                        null,
                        FeedbackChannel.EMAIL,
                        AT))
                .thenRefused(Rule.DRIVER_ERASED);
    }

    @Test
    void isAnsweredNoMore() {
        given(registered(), filed())
                .andErased(SomeDriver.ID)
                .when(new AnswerFeedback(SomeFeedback.ID, "您好", AT))
                .thenRefused(Rule.DRIVER_ERASED);
    }

    /** What only settles what was begun goes on. */
    @Test
    void getsWhatIsPaidFor() {
        given(SomeOrder.placed(), SomeOrder.paid())
                .andErased(SomeDriver.ID)
                .when(new RecordDispense(SomeOrder.ID, 25_348, null, SomeOrder.AT))
                .then(SomeOrder.dispensed(25_348, "200.00"));
        given(SomeOrder.placed(), SomeOrder.paid(), SomeOrder.dispensed(25_348, "200.00"))
                .andErased(SomeDriver.ID)
                .when(new CompleteOrder(SomeOrder.ID, SomeOrder.AT))
                .then(SomeOrder.completed(25_348, "200.00"));
    }

    /** The outcome's text is for the driver, whose key is gone: it's sealed by none and kept by nobody. */
    @Test
    void leavesNoMatterOpen() {
        given(registered(), filed())
                .andErased(SomeDriver.ID)
                .when(new ResolveFeedback(SomeFeedback.ID, "已转达", AT))
                .then(new FeedbackResolved(SomeFeedback.ID, SomeDriver.ID, "已转达", null, AT));
    }

    @Test
    void isNoReasonToLeaveOthersUnanswered() {
        given(registered(), filed())
                .andErased(SomeDriver.OTHER_ID)
                .when(new AnswerFeedback(SomeFeedback.ID, "您好", AT))
                .then(new FeedbackAnswered(SomeFeedback.ID, SomeDriver.ID, "您好", null, AT));
    }

    private static FeedbackFiled filed() {
        return new FeedbackFiled(
                SomeFeedback.ID,
                SomeDriver.ID,
                null,
                FeedbackCategory.SUGGESTION,
                "希望有洗车服务",
                null,
                FeedbackChannel.EMAIL,
                null,
                FeedbackPriority.ORDINARY,
                AT);
    }
}
