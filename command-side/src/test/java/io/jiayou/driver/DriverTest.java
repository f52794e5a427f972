package io.jiayou.driver;

import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.NAME;
import static io.jiayou.driver.SomeDriver.PHONE;
import static io.jiayou.driver.SomeDriver.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.driver.events.DriverErased;
import io.jiayou.driver.events.DriverProfileChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriverTest {

    /** However old a driver gets, no more is kept than the limit of a day needs. */
    @Test
    void remembersTheLastHundredChanges() {
        Driver driver = Driver.NONE.evolve(registered());
        for (int day = 0; day < 150; day++) {
            driver = driver.evolve(new DriverProfileChanged(ID, NAME, PHONE, day(day)));
        }

        assertThat(driver.changes())
                .isEqualTo(IntStream.range(50, 150).mapToObj(DriverTest::day).toList());
    }

    @Test
    void hasANameUntilItIsErased() {
        Driver driver = Driver.NONE.evolve(registered());

        assertThat(driver.knownName()).isEqualTo(NAME);
        assertThatThrownBy(driver.evolve(new DriverErased(ID, AT))::knownName)
                .isInstanceOf(IllegalStateException.class);
    }

    private static Instant day(int day) {
        return AT.plus(Duration.ofDays(day));
    }
}
