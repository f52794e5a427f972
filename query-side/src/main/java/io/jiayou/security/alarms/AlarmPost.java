package io.jiayou.security.alarms;

import io.jiayou.audit.log.AlarmJournal;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes alarms to one channel, one after another, on a thread of its own: nobody who raises an alarm waits for it. What
 * doesn't arrive is tried again, each time after twice as long. Waiting alarms are in memory: after a restart the journal
 * of alarms tells them, the channel doesn't.
 */
final class AlarmPost implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmPost.class);
    private static final int WAITING = 1_000;
    private static final int ATTEMPTS = 8;

    private final AlarmChannel channel;
    private final Duration firstPause;
    private final BlockingQueue<AlarmJournal.Entry> waiting = new LinkedBlockingQueue<>(WAITING);
    private final Thread carrier;

    /** @param firstPause after the first failure */
    AlarmPost(AlarmChannel channel, Duration firstPause) {
        this.channel = channel;
        this.firstPause = firstPause;
        carrier = Thread.ofVirtual().name("alarms-by-" + channel.name()).start(this::carry);
    }

    /** Returns at once. */
    void accept(AlarmJournal.Entry alarm) {
        if (!waiting.offer(alarm)) {
            LOG.error("Too many alarms wait for {}; {} isn't sent", channel.name(), alarm.what());
        }
    }

    private void carry() {
        try {
            while (true) {
                deliver(waiting.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(AlarmJournal.Entry alarm) throws InterruptedException {
        Duration pause = firstPause;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                channel.send(alarm);
                return;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                LOG.warn("Alarm {} by {}, attempt {}: {}", alarm.what(), channel.name(), attempt, e.toString());
                Thread.sleep(pause);
                pause = pause.multipliedBy(2);
            }
        }
        LOG.error("Alarm {} couldn't be sent by {}", alarm.what(), channel.name());
    }

    @Override
    public void close() {
        carrier.interrupt();
    }
}
