package io.jiayou.security.alarms;

import io.jiayou.audit.log.AlarmKind;
import io.jiayou.readmodel.RecordedEvent;

/** A reason for an alarm. It reads every event once, in its order, and takes the time from there. */
interface AlarmRule {

    AlarmKind alarm();

    /** What the alarm says: one line that stays the same while the alarm lasts, without personal data. */
    String detail();

    /** Whether this event, with those before it, is a reason. */
    boolean isReason(RecordedEvent event);
}
