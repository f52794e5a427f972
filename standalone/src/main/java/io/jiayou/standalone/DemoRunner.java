package io.jiayou.standalone;

import io.jiayou.demo.DemoData;
import io.jiayou.identity.accounts.DemoAccounts;
import java.time.Clock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;

/** Seeds demonstration data before the process says that it is ready, if {@code jiayou.demo} asks for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("jiayou.demo")
class DemoRunner implements ApplicationRunner {

    private final DemoData demo;
    private final DemoAccounts accounts;
    private final Clock clock;

    DemoRunner(DemoData demo, DemoAccounts accounts, Clock clock) {
        this.demo = demo;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        demo.seed(clock.instant());
        accounts.create(DemoData.stationId());
    }
}
