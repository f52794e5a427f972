package io.jiayou.trials.timetravel;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.audit.timetravel.Moment.AtPosition;
import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.RecordedEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A prover that finds nothing must be able to find something. */
class JudgeTest {

    private static final class Tales implements AggregateReadModel<Told> {

        @Override
        public String name() {
            return "tales";
        }

        @Override
        public Class<Told> view() {
            return Told.class;
        }

        @Override
        public List<String> indexes() {
            return List.of();
        }

        @Override
        public Collection<String> documentsOf(Object event) {
            return List.of("a");
        }

        @Override
        public Told fold(String id, @Nullable Told view, RecordedEvent event) {
            return new Told(id, List.of(event.eventId()), event.position());
        }
    }

    private static final Question QUESTION = new Question(new Tales(), "a", new AtPosition(7));

    private static Told told(long position, String... events) {
        return new Told("a", List.of(events), position);
    }

    private static RecordedEvent event(long position) {
        return new RecordedEvent(position, "e", "a", position, Instant.EPOCH, "payload", Map.of());
    }

    @Test
    void findsNothingWrongWithTheSameView() {
        assertThat(Judge.wrong(QUESTION, told(7, "x", "y"), told(7, "x", "y"))).isEmpty();
        assertThat(Judge.wrong(QUESTION, null, null)).isEmpty();
    }

    @Test
    void findsAViewThatLacksAnEvent() {
        assertThat(Judge.wrong(QUESTION, told(7, "x", "y"), told(6, "x")))
                .hasValue("tales a as of position 7 differs: it is a at position 6, not a at position 7");
    }

    @Test
    void findsAViewWithOtherContentsAtTheSamePosition() {
        assertThat(Judge.wrong(QUESTION, told(7, "x", "y"), told(7, "x", "z"))).isPresent();
    }

    @Test
    void findsAViewThatShouldNotBeThereAndOneThatIsMissing() {
        assertThat(Judge.wrong(QUESTION, null, told(8, "x")))
                .hasValue("tales a as of position 7 is a at position 8, not nothing");
        assertThat(Judge.wrong(QUESTION, told(7, "x"), null))
                .hasValue("tales a as of position 7 is nothing, not a at position 7");
    }

    @Test
    void aQuestionIsAnsweredBeforeTheFirstEventBehindItsMoment() {
        assertThat(QUESTION.isBefore(event(7))).isFalse();
        assertThat(QUESTION.isBefore(event(8))).isTrue();
    }
}
