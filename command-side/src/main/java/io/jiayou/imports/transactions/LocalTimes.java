package io.jiayou.imports.transactions;

import io.jiayou.imports.Refusal;
import io.jiayou.values.Limit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Reads what clocks showed.
 *
 * @param zone of the clocks
 * @param now nothing happened later
 */
record LocalTimes(ZoneId zone, Instant now) {

    /**
     * The moment when clocks showed it. Of an hour that was there twice, when clocks were set back, it's the first.
     *
     * @param date 2012-08-24
     * @param time 09:41:00
     * @throws io.jiayou.imports.RefusedLine UNREADABLE_VALUE, NO_SUCH_TIME or FUTURE_TIME
     */
    Instant read(String date, String time) {
        LocalDateTime shown = shown(date, time);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(shown);
        if (offsets.isEmpty()) {
            throw Refusal.NO_SUCH_TIME.because("{0} in {1}", shown, zone);
        }
        Instant moment = shown.toInstant(offsets.getFirst());
        if (moment.isAfter(now)) {
            throw Refusal.FUTURE_TIME.because("{0} in {1}", shown, zone);
        }
        if (!Limit.TIME.allows(moment)) {
            throw Refusal.UNREADABLE_VALUE.because("Date is outside {0}", Limit.TIME.words());
        }
        return moment;
    }

    private static LocalDateTime shown(String date, String time) {
        try {
            return LocalDateTime.of(LocalDate.parse(date), LocalTime.parse(time));
        } catch (DateTimeException e) {
            throw Refusal.UNREADABLE_VALUE.because("Date is not yyyy-mm-dd or Time not hh:mm:ss");
        }
    }
}
