package io.jiayou.trials.timetravel;

import io.jiayou.audit.timetravel.Moment;
import io.jiayou.audit.timetravel.Moment.AtInstant;
import io.jiayou.audit.timetravel.Moment.AtPosition;
import io.jiayou.readmodel.AggregateReadModel;
import io.jiayou.readmodel.RecordedEvent;

/** A document at a moment. */
record Question(AggregateReadModel<?> model, String id, Moment moment) {

    /** Said here once more, so that what the answers are compared with isn't decided by the code under test. */
    boolean isBefore(RecordedEvent event) {
        return switch (moment) {
            case AtPosition at -> at.position() < event.position();
            case AtInstant at -> at.instant().isBefore(event.recordedAt());
        };
    }

    @Override
    public String toString() {
        return switch (moment) {
            case AtPosition at -> model.name() + " " + id + " as of position " + at.position();
            case AtInstant at -> model.name() + " " + id + " as of " + at.instant();
        };
    }
}
