package io.jiayou.audit.pasts;

import io.jiayou.audit.timetravel.Moment;
import io.jiayou.audit.timetravel.Moment.AtInstant;
import io.jiayou.audit.timetravel.Moment.AtPosition;
import io.jiayou.audit.timetravel.TimeTravel;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.history.Horizon;
import io.jiayou.readmodel.rebuild.PastOrder;
import io.jiayou.readmodel.rebuild.Pasts;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Reads moments as {@code asOf} does, and finds what a past of them takes in. Of an instant that is the longest beginning
 * of all events in which none was recorded later.
 */
@Component
public class PastMoments {

    /**
     * @param asked as it was given
     * @param position of the last event taken in, -1 for none
     */
    public record Place(String asked, long position, Instant moment) {

        PastOrder order(String name, List<ReadModel<?>> models) {
            return PastOrder.of(name, asked, position, moment, models);
        }
    }

    private final TimeTravel travel;
    private final Horizon horizon;

    PastMoments(TimeTravel travel, Pasts pasts) {
        this.travel = travel;
        this.horizon = pasts.horizon();
    }

    /** @throws io.jiayou.http.ProblemException INVALID_FIELD if it's no moment, or hasn't come yet */
    public Place read(String name, String given) {
        Moment moment = travel.moment(name, given);
        try {
            return switch (moment) {
                case AtPosition at -> new Place(given, at.position(), horizon.timeOf(at.position()));
                case AtInstant at -> new Place(given, horizon.lastUpTo(at.instant()), at.instant());
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking for a moment", e);
        }
    }
}
