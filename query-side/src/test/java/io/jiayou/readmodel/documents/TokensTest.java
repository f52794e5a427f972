package io.jiayou.readmodel.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.readmodel.testing.Stores;
import io.jiayou.readmodel.testing.TickingClock;
import java.time.Duration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final TrackingToken FIVE = new GlobalSequenceTrackingToken(5);

    private final Stores stores = new Stores();
    private final TickingClock clock = new TickingClock();
    private final Tokens here = tokens("here");
    private final Tokens there = tokens("there");

    @BeforeEach
    void initialise() {
        here.initializeTokenSegments("orders_1", 1, null);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void keepsAPosition() {
        assertThat(here.fetchToken("orders_1", 0)).isNull();
        here.storeToken(FIVE, "orders_1", 0);

        assertThat(here.fetchToken("orders_1", 0)).isEqualTo(FIVE);
        assertThat(new StoredPositions(stores.database()).of(new Generation("orders", 1)))
                .isEqualTo(5);
    }

    @Test
    void aClaimedTokenIsNobodyElses() {
        here.fetchToken("orders_1", 0);

        assertThatThrownBy(() -> there.fetchToken("orders_1", 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> there.storeToken(FIVE, "orders_1", 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> there.extendClaim("orders_1", 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> there.deleteToken("orders_1", 0)).isInstanceOf(UnableToClaimTokenException.class);
        there.releaseClaim("orders_1", 0);
        here.storeToken(FIVE, "orders_1", 0);
    }

    @Test
    void aTokenClaimedByAClockThatIsAYearAheadIsAnybodys() {
        TickingClock nextYear = new TickingClock();
        nextYear.advance(Duration.ofDays(365));
        new Tokens(stores.database(), "ahead", Duration.ofSeconds(10), nextYear).fetchToken("orders_1", 0);

        here.fetchToken("orders_1", 0);
        here.storeToken(FIVE, "orders_1", 0);
    }

    @Test
    void aReleasedTokenIsAnybodys() {
        here.fetchToken("orders_1", 0);
        here.storeToken(FIVE, "orders_1", 0);
        here.releaseClaim("orders_1", 0);

        assertThat(there.fetchToken("orders_1", 0)).isEqualTo(FIVE);
        assertThatThrownBy(() -> here.storeToken(FIVE, "orders_1", 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void aClaimThatIsNotRenewedEnds() {
        here.fetchToken("orders_1", 0);
        clock.advance(Duration.ofSeconds(9));
        here.extendClaim("orders_1", 0);
        clock.advance(Duration.ofSeconds(9));
        assertThatThrownBy(() -> there.fetchToken("orders_1", 0)).isInstanceOf(UnableToClaimTokenException.class);

        clock.advance(Duration.ofSeconds(2));
        there.fetchToken("orders_1", 0);

        assertThatThrownBy(() -> here.storeToken(FIVE, "orders_1", 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void theSameNodeGoesOnAfterARestart() {
        here.fetchToken("orders_1", 0);
        here.storeToken(FIVE, "orders_1", 0);

        assertThat(tokens("here").fetchToken("orders_1", 0)).isEqualTo(FIVE);
    }

    @Test
    void segmentsExistOnceAndAreInitialisedExplicitly() {
        assertThat(here.requiresExplicitSegmentInitialization()).isTrue();
        assertThat(here.fetchSegments("orders_1")).containsExactly(0);
        assertThat(here.fetchSegments("unknown_1")).isEmpty();
        assertThatThrownBy(() -> here.fetchToken("unknown_1", 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> there.initializeTokenSegments("orders_1", 1, null))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> there.initializeSegment(FIVE, "orders_1", 0))
                .isInstanceOf(UnableToInitializeTokenException.class);
        here.fetchToken("orders_1", 0);
        here.deleteToken("orders_1", 0);
        assertThat(here.fetchSegments("orders_1")).isEmpty();
    }

    @Test
    void aTokenThatIsNoPositionIsRefused() {
        here.fetchToken("orders_1", 0);
        TrackingToken replay = ReplayToken.createReplayToken(FIVE);

        assertThatThrownBy(() -> here.storeToken(replay, "orders_1", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bothNodesNameTheSameStore() {
        assertThat(here.retrieveStorageIdentifier()).isPresent().isEqualTo(there.retrieveStorageIdentifier());
    }

    private Tokens tokens(String node) {
        return new Tokens(stores.database(), node, Duration.ofSeconds(10), clock);
    }
}
