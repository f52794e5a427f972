package io.jiayou.feedback.answerfeedback;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.feedback.SomeFeedback.AT;
import static io.jiayou.feedback.SomeFeedback.ID;
import static io.jiayou.feedback.SomeFeedback.answered;
import static io.jiayou.feedback.SomeFeedback.filed;
import static io.jiayou.feedback.SomeFeedback.reopened;
import static io.jiayou.feedback.SomeFeedback.resolved;

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

    private static AnswerFeedback answer(String text) {
        return new AnswerFeedback(ID, text, AT);
    }
}
