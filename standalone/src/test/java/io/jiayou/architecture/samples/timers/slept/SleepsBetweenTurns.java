package io.jiayou.architecture.samples.timers.slept;

import io.jiayou.architecture.Breaks;
import java.util.concurrent.TimeUnit;

@Breaks
final class SleepsBetweenTurns implements Runnable {

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
