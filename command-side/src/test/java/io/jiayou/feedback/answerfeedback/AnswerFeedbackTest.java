package io.jiayou.feedback.answerfeedback;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.feedback.SomeFeedback.AT;
import static io.jiayou.feedback.SomeFeedback.ID;
import static io.jiayou.feedback.SomeFeedback.answered;
import static io.jiayou.feedback.SomeFeedback.filed;
import static io.jiayou.feedback.SomeFeedback.reopened;
import static io.jiayou.feedback.SomeFeedback.resolved;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.feedback.events.FeedbackAnswered;
import io.jiayou.feedback.events.FeedbackCategory;
import io.jiayou.feedback.events.FeedbackChannel;
import io.jiayou.feedback.events.FeedbackFiled;
import io.jiayou.feedback.events.FeedbackPriority;
import io.jiayou.order.SomeOrder;
import io.jiayou.rules.Rule;
import org.junit.jupiter.api.Test;

class AnswerFeedbackTest {

    @Test
    void answersAsOftenAsNeeded() {
        given(filed(), answered("您好")).when(answer("我们正在核实")).then(answered("我们正在核实"));
    }

    @Test
    void takesTheSameReplyTwiceInARowForOne() {
        given(filed(), answered("您好")).when(answer("您好")).thenNothing();
    }

    @Test
    void saysTheSameAgainAfterAnotherReply() {
        given(filed(), answered("您好"), answered("我们正在核实")).when(answer("您好")).then(answered("您好"));
    }

    @Test
    void refusesWhatIsResolved() {
        given(filed(), answered("您好"), resolved()).when(answer("您好")).thenRefused(Rule.FEEDBACK_ALREADY_RESOLVED);
    }

    @Test
    void answersWhatWasReopened() {
        given(filed(), answered("您好"), resolved(), reopened())
                .when(answer("您好"))
                .then(answered("您好"));
    }

    @Test
    void refusesWhatNobodyFiled() {
        given().when(answer("您好")).thenRefused(Rule.FEEDBACK_UNKNOWN);
    }

    /** What is written down of the order says which history the reply was given on. */
    @Test
    void keepsTheHistoryOfTheOrderThatItIsAbout() {
        FeedbackFiled aboutAnOrder = new FeedbackFiled(
                ID,
                null,
                SomeOrder.ID,
                FeedbackCategory.REFUND,
                "请退款",
                null,
                FeedbackChannel.PHONE,
                null,
                FeedbackPriority.COMPLAINT,
                AT);

        given(SomeOrder.placed(), SomeOrder.paid(), aboutAnOrder)
                .when(answer("您好"))
                .thenSatisfies(events -> assertThat(events)
                        .singleElement()
                        .isInstanceOfSatisfying(FeedbackAnswered.class, answered -> assertThat(answered.judgedOn())
                                .returns(SomeOrder.ID, it -> requireNonNull(it).orderId())
                                .returns(2L, it -> requireNonNull(it).events())));
    }

    private static AnswerFeedback answer(String text) {
        return new AnswerFeedback(ID, text, AT);
    }
}
