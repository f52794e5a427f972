package io.jiayou.feedback.reopenfeedback;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.feedback.SomeFeedback.AT;
import static io.jiayou.feedback.SomeFeedback.ID;
import static io.jiayou.feedback.SomeFeedback.filed;
import static io.jiayou.feedback.SomeFeedback.reopened;
import static io.jiayou.feedback.SomeFeedback.resolved;

import io.jiayou.rules.Rule;
import org.junit.jupiter.api.Test;

class ReopenFeedbackTest {

    @Test
    void reopensWhatWasResolved() {
        given(filed(), resolved()).when(reopen()).then(reopened());
    }

    @Test
    void refusesWhatIsOpen() {
        given(filed()).when(reopen()).thenRefused(Rule.FEEDBACK_NOT_RESOLVED);
    }

    @Test
    void refusesWhatWasReopenedAlready() {
        given(filed(), resolved(), reopened()).when(reopen()).thenRefused(Rule.FEEDBACK_NOT_RESOLVED);
    }

    @Test
    void refusesWhatNobodyFiled() {
        given().when(reopen()).thenRefused(Rule.FEEDBACK_UNKNOWN);
    }

    private static ReopenFeedback reopen() {
        return new ReopenFeedback(ID, "还没有", AT);
    }
}
