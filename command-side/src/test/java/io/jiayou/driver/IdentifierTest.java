package io.jiayou.driver;

import static io.jiayou.driver.SomeDriver.AT;
import static io.jiayou.driver.SomeDriver.ID;
import static io.jiayou.driver.SomeDriver.OTHER_ID;
import static io.jiayou.driver.SomeDriver.PHONE;
import static io.jiayou.driver.SomeDriver.claimed;
import static io.jiayou.driver.SomeDriver.proved;
import static io.jiayou.driver.SomeDriver.released;
import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.driver.events.IdentifierEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentifierTest {

    /** A card's transactions of before are those of whoever held it then. */
    @Test
    void remembersAllWhoEverHeldIt() {
        assertThat(after(claimed(ID, PHONE), released(ID, PHONE), claimed(OTHER_ID, PHONE)))
                .isEqualTo(new Identifier(OTHER_ID, AT, false, Set.of(ID, OTHER_ID)));
    }

    @Test
    void isNobodysOnceItIsReleased() {
        assertThat(after(claimed(ID, PHONE), proved(ID, PHONE))).isEqualTo(new Identifier(ID, AT, true, Set.of(ID)));
        assertThat(after(claimed(ID, PHONE), proved(ID, PHONE), released(ID, PHONE)))
                .isEqualTo(new Identifier(null, null, false, Set.of(ID)));
    }

    private static Identifier after(IdentifierEvent... happened) {
        return Stream.of(happened).reduce(Identifier.NONE, Identifier::evolve, (one, other) -> other);
    }
}
