package io.jiayou.audit.clocks;

import io.jiayou.audit.log.AlarmKind;
import io.jiayou.audit.log.Alarms;
import io.jiayou.periodic.Due;
import io.jiayou.periodic.Running;
import io.jiayou.periodic.Schedule;
import io.jiayou.periodic.Task;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the nodes' clocks again and again, and tells when they are five minutes apart. */
final class ClockWatch implements AutoCloseable {

    static final AlarmKind ALARM = AlarmKind.CLOCKS_APART;

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Due OFTEN = Due.every(Duration.ofSeconds(20)).first(Duration.ZERO);
    private static final Duration TOO_FAR = Duration.ofMinutes(5);
    private static final String DETAIL = "clocks of nodes, or of one and the read store, are 5 minutes or more apart";

    private final NodeClocks clocks;
    private final Supplier<Stream<Alarms>> alarms;
    private final Running running;
    private boolean apart;

    /** @param alarms none on a node that keeps none: its log tells, and the node that keeps them sees its note */
    ClockWatch(NodeClocks clocks, Supplier<Stream<Alarms>> alarms, Schedule schedule) {
        this.clocks = clocks;
        this.alarms = alarms;
        this.running = schedule.begin(new Task("clocks", OFTEN, this::compare));
    }

    void compare() {
        clocks.note();
        boolean tooFar = clocks.apart().compareTo(TOO_FAR) >= 0;
        if (tooFar && !apart) {
            LOG.error("Alarm {}: {}; this one is {} ahead of the read store's", ALARM.code(), DETAIL, clocks.ahead());
        }
        apart = tooFar;
        alarms.get().forEach(each -> {
            if (tooFar) {
                each.raise(ALARM, DETAIL);
            } else {
                each.clear(ALARM);
            }
        });
    }

    @Override
    public void close() {
        running.close();
    }
}
