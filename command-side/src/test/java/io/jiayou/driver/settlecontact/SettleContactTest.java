package io.jiayou.driver.settlecontact;

import static io.jiayou.command.Scenario.given;
import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.KEY;
import static io.jiayou.driver.SomeDriver.NAME;
import static io.jiayou.driver.SomeDriver.OTHER_ID;
import static io.jiayou.driver.SomeDriver.OTHER_PHONE;
import static io.jiayou.driver.SomeDriver.PHONE;
import static io.jiayou.driver.SomeDriver.claimed;
import static io.jiayou.driver.SomeDriver.proved;
import static io.jiayou.driver.SomeDriver.registered;
import static io.jiayou.driver.SomeDriver.released;

import io.jiayou.driver.events.DriverProfileChanged;
import io.jiayou.driver.events.DriverRegistered;
import io.jiayou.driver.events.IdentifierKind;
import io.jiayou.driver.events.IdentifierReleased;
import org.junit.jupiter.api.Test;

/** Somebody showed a phone number that a driver has. */
class SettleContactTest {

    private static final String OPENID = "openid-1";
    private static final DriverRegistered KNOWN_BY_BOTH = new DriverRegistered(ID, NAME, PHONE, OPENID, null, AT);
    private static final DriverProfileChanged WITHOUT_NUMBER = new DriverProfileChanged(ID, NAME, null, AT);

    @Test
    void becomesTheDriversOwnIfNobodyIsThatDriverYet() {
        given(claimed(ID, PHONE), registered()).when(shown(true)).then(proved(ID, PHONE));
    }

    @Test
    void becomesTheDriversOwnBesideAnOpenidThatNobodyHasShown() {
        given(claimed(ID, PHONE), claimed(ID, IdentifierKind.OPENID, OPENID), KNOWN_BY_BOTH)
                .when(shown(true))
                .then(proved(ID, PHONE));
    }

    @Test
    void isTakenFromADriverWhoLogsInByAnOpenid() {
        given(
                        claimed(ID, PHONE),
                        claimed(ID, IdentifierKind.OPENID, OPENID),
                        proved(ID, IdentifierKind.OPENID, OPENID),
                        KNOWN_BY_BOTH)
                .when(shown(true))
                .then(released(ID, PHONE), WITHOUT_NUMBER);
    }

    @Test
    void isTakenFromADriverWhomWhoShowedItDoesntWantToBe() {
        given(claimed(ID, PHONE), registered()).when(shown(false)).then(released(ID, PHONE), WITHOUT_NUMBER);
    }

    @Test
    void staysWithWhoeverHasShownItBefore() {
        given(claimed(ID, PHONE), proved(ID, PHONE), registered())
                .when(shown(false))
                .thenNothing();
    }

    @Test
    void changesNothingForADriverWhoHasItNoMore() {
        given(registered(), claimed(ID, PHONE), released(ID, PHONE), claimed(OTHER_ID, PHONE))
                .when(shown(true))
                .thenNothing();
    }

    @Test
    void takesAnOpenidFromADriverWhoLogsInByPhone() {
        given(
                        claimed(ID, OTHER_PHONE),
                        proved(ID, OTHER_PHONE),
                        claimed(ID, IdentifierKind.OPENID, OPENID),
                        new DriverRegistered(ID, NAME, OTHER_PHONE, OPENID, null, AT))
                .when(new SettleContact(ID, IdentifierKind.OPENID, OPENID, true, AT))
                .then(new IdentifierReleased(KEY.claimId(IdentifierKind.OPENID, OPENID), ID, AT));
    }

    private static SettleContact shown(boolean wanted) {
        return new SettleContact(ID, IdentifierKind.PHONE, PHONE, wanted, AT);
    }
}
