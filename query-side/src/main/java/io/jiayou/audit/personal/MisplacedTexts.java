package io.jiayou.audit.personal;

import io.jiayou.audit.log.AlarmKind;
import io.jiayou.audit.log.Alarms;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Counts sealed texts that were found where they weren't sealed for: nobody but who writes past the folds puts them there. The
 * alarm stays until the process starts again, after somebody has looked.
 */
@Component
public class MisplacedTexts {

    private static final Logger LOG = LoggerFactory.getLogger(MisplacedTexts.class);
    private static final AlarmKind ALARM = AlarmKind.SECURITY_MOVED_TEXT;
    private static final String DETAIL =
            "a sealed personal text was changed, or stands where it wasn't sealed for: whoever"
                    + " did that can write the read models or the events";

    private final Counter count;
    private final ObjectProvider<Alarms> alarms;

    MisplacedTexts(MeterRegistry meters, ObjectProvider<Alarms> alarms) {
        this.count = Counter.builder("jiayou.personal.misplaced")
                .description("Sealed texts that were found changed, or where they weren't sealed for")
                .register(meters);
        this.alarms = alarms;
    }

    /** @param reason in a few words, without personal data */
    public void found(String reason) {
        count.increment();
        if (count.count() == 1) {
            LOG.error("Alarm {}: a personal text was {}", ALARM.code(), reason);
        }
        alarms.ifAvailable(all -> all.raise(ALARM, DETAIL));
    }
}
