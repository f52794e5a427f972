package io.jiayou.driver.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.testing.Api;
import io.jiayou.testing.QuerySideTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class FindDriverProfileIT {

    @Autowired
    private Api api;

    @Test
    void showsTheDriverAsOfTheVersionAskedFor() {
        api.record(
                "driver-1",
                new DriverRegistered("driver-1", "Li Wei", "+8613800000001", "openid", null, Instant.EPOCH));
        for (int round = 0; round < 20; round++) {
            api.record("driver-1", new DriverProfileChanged("driver-1", "Name " + round, null, Instant.EPOCH));

            Api.Answer answer = api.get("/api/drivers/driver-1");

            assertThat(answer.body().get("name").asString()).isEqualTo("Name " + round);
            assertThat(answer.response()
                            .headers()
                            .firstValueAsLong("Jiayou-Position")
                            .orElse(-1))
                    .isGreaterThanOrEqualTo(answer.body().get("position").asLong());
        }
    }

    @Test
    void leavesOutWhatIsAbsentAndWhatNobodyShouldSee() {
        api.record("driver-2", new DriverRegistered("driver-2", "Li Na", null, "openid", null, Instant.EPOCH));

        Api.Answer answer = api.get("/api/drivers/driver-2");

        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder("driverId", "name", "knownBy", "vehicles", "registeredAt", "position");
    }

    @Test
    void refusesAnUnknownDriver() {
        Api.Answer answer = api.plain("/api/drivers/nobody");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("code").asString()).isEqualTo("driver-unknown");
        assertThat(answer.response().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }
}
