package io.jiayou.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.feedback.events.FeedbackAnswered;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedbackTest {

    /** As where the event that filed it is annulled, and a reply to it isn't. */
    @Test
    void isNobodysBeforeItIsFiled() {
        FeedbackAnswered answered = new FeedbackAnswered("f1", "d1", "您好", null, Instant.parse("2026-03-02T08:00:00Z"));

        assertThat(Feedback.NONE.evolve(answered).driverId()).isNull();
    }
}
