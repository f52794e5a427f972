package io.jiayou.station.nearby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.http.ProblemException;
import io.jiayou.station.nearby.Place.Sort;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private static final Place DEAR_AND_NEAR = new Place("CNY", 8_000, 10, "s1");
    private static final Place CHEAP_AND_FAR = new Place("CNY", 7_000, 900.25, "s2");

    @Test
    void goesByDistanceOrByPrice() {
        assertThat(Sort.DISTANCE.order().compare(DEAR_AND_NEAR, CHEAP_AND_FAR)).isNegative();
        assertThat(Sort.PRICE.order().compare(DEAR_AND_NEAR, CHEAP_AND_FAR)).isPositive();
    }

    @Test
    void isReadFromWhereAPageEnded() {
        String cursor = CHEAP_AND_FAR.cursor(Sort.PRICE).text();

        assertThat(Place.read(cursor, Sort.PRICE)).isEqualTo(CHEAP_AND_FAR);
        assertThat(Place.read(null, Sort.PRICE)).isNull();
    }

    @Test
    void isNotReadFromAPageInAnotherOrder() {
        String cursor = CHEAP_AND_FAR.cursor(Sort.PRICE).text();

        assertThatThrownBy(() -> Place.read(cursor, Sort.DISTANCE)).isInstanceOf(ProblemException.class);
    }
}
