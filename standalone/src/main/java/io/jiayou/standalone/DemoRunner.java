package io.jiayou.standalone;

import io.jiayou.demo.DemoData;
import io.jiayou.identity.accounts.DemoAccounts;
import java.time.Clock;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Configuration;

/**
 * Seeds demonstration data, if {@code jiayou.demo} asks for it: the week before anything else is recorded, which is before
 * the web server takes its first request and before the first account is made; the accounts before the process says that it
 * is ready.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("jiayou.demo")
class DemoRunner implements ApplicationRunner, SmartLifecycle {

    private final SpringAxonConfiguration axon;
    private final DemoData demo;
    private final DemoAccounts accounts;
    private final Clock clock;
    private volatile boolean seeded;

    DemoRunner(SpringAxonConfiguration axon, DemoData demo, DemoAccounts accounts, Clock clock) {
        this.axon = axon;
        this.demo = demo;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void start() {
        // It begins with the last phase by itself, after the web server; begun already it isn't begun again.
        axon.start();
        demo.seed(clock.instant());
        seeded = true;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        accounts.create(DemoData.stationId());
    }

    @Override
    public void stop() {
        seeded = false;
    }

    @Override
    public boolean isRunning() {
        return seeded;
    }

    /** Before the web server and whatever is done again and again. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4096;
    }
}
