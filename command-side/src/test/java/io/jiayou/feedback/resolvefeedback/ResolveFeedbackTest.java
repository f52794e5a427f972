package io.jiayou.feedback.resolvefeedback;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.feedback.SomeFeedback.AT;
import static io.jiayou.feedback.SomeFeedback.ID;
import static io.jiayou.feedback.SomeFeedback.filed;
import static io.jiayou.feedback.SomeFeedback.reopened;
import static io.jiayou.feedback.SomeFeedback.resolved;

import io.jiayou.rules.Rule;
import org.junit.jupiter.api.Test;

class ResolveFeedbackTest {

    @Test
    void settlesAMatterThatNobodyAnsweredYet() {
        given(filed()).when(resolve()).then(resolved());
    }

    @Test
    void settlesAMatterAgainThatWasReopened() {
        given(filed(), resolved(), reopened()).when(resolve()).then(resolved());
    }

    @Test
    void refusesASecondOutcome() {
        given(filed(), resolved()).when(resolve()).thenRefused(Rule.FEEDBACK_ALREADY_RESOLVED);
    }

    @Test
    void refusesWhatNobodyFiled() {
        given().when(resolve()).thenRefused(Rule.FEEDBACK_UNKNOWN);
    }

    private static ResolveFeedback resolve() {
        return new ResolveFeedback(ID, "已转达", AT);
    }
}
