package io.jiayou.identity.driverlogin;

import io.jiayou.command.Lookup;
import io.jiayou.driver.Driver;
import io.jiayou.driver.events.DriverEvent;
import io.jiayou.identity.events.LoginWay;
import io.jiayou.identity.sessions.Standing;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** A driver's session is good until the driver is erased. */
@Component
class DriverStanding implements Standing {

    private final Lookup<Driver, DriverEvent> drivers;

    DriverStanding(EventStore events) {
        this.drivers = new Lookup<>(events, DriverEvent.class, Driver.NONE, Driver::evolve);
    }

    @Override
    public Set<LoginWay> ways() {
        return Set.of(LoginWay.WECHAT, LoginWay.PHONE);
    }

    @Override
    public boolean holds(String actor, long epoch) {
        return drivers.find(actor).filter(driver -> !driver.erased()).isPresent();
    }
}
