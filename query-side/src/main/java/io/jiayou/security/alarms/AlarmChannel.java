package io.jiayou.security.alarms;

import io.jiayou.audit.log.AlarmJournal;

/** A way on which alarms leave the system. */
interface AlarmChannel {

    /** As logs name it. */
    String name();

    /** @throws Exception if it didn't arrive; it's tried again then */
    void send(AlarmJournal.Entry alarm) throws Exception;
}
