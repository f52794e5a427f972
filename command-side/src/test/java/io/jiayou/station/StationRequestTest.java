package io.jiayou.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.ProblemException;
import io.jiayou.rules.Problem;
import io.jiayou.station.events.StationDescription;
import io.jiayou.values.GeoPoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StationRequestTest {

    private static final GeoPoint HERE = new GeoPoint(31.1721, 121.4052);

    @Test
    void becomesADescriptionInOneLineEach() {
        StationRequest request = new StationRequest(
                null, " 康健加油站 ", "中国石化", "虹漕南路777号", "徐汇区", HERE, "Mo-Fr 06:00-22:00", "Asia/Urumqi");

        assertThat(request.description())
                .isEqualTo(new StationDescription(
                        "康健加油站", "中国石化", "虹漕南路777号", "徐汇区", HERE, "Mo-Fr 06:00-22:00", "Asia/Urumqi"));
    }

    @Test
    void isInShanghaiIfNobodySaysWhere() {
        assertThat(request(null, null).description().zone()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void refusesHoursAndZonesThatCannotBeRead() {
        assertRefused("openingHours", request("whenever", null));
        assertRefused("zone", request(null, "Asia/Nowhere"));
        assertRefused("zone", request(null, "+25:00"));
    }

    private static StationRequest request(@Nullable String openingHours, @Nullable String zone) {
        return new StationRequest(null, "康健加油站", null, null, null, null, openingHours, zone);
    }

    private static void assertRefused(String field, StationRequest request) {
        assertThatThrownBy(request::description).isInstanceOfSatisfying(ProblemException.class, it -> {
            assertThat(it.problem()).isEqualTo(Problem.INVALID_FIELD);
            assertThat(it.field()).isEqualTo(field);
        });
    }

    /** The equator and the meridian have places; where they meet stands for an unknown one. */
    @Test
    void refusesWhatStandsForAnUnknownPlace() {
        assertRefused("location", at(new GeoPoint(0, 0)));
        assertThat(at(new GeoPoint(0, 121)).description().location()).isEqualTo(new GeoPoint(0, 121));
        assertThat(at(new GeoPoint(31, 0)).description().location()).isEqualTo(new GeoPoint(31, 0));
    }

    private static StationRequest at(GeoPoint place) {
        return new StationRequest(null, "康健加油站", null, null, null, place, null, null);
    }
}
