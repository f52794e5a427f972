package io.jiayou.acceptance;

import java.io.IOException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The journey step by step; who extends it says on what it runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Acceptance {

    abstract Journey journey();

    @Test
    @Order(1)
    void registersADriverOnce() throws IOException, InterruptedException {
        journey().registersADriverOnce();
    }

    @Test
    @Order(2)
    void opensAStationThatIsFoundNearby() throws IOException, InterruptedException {
        journey().opensAStationThatIsFoundNearby();
    }

    @Test
    @Order(3)
    void sellsFuelAndOwesTheDifference() throws IOException, InterruptedException {
        journey().sellsFuelAndOwesTheDifference();
    }

    @Test
    @Order(4)
    void cancelsAPaidOrderAndOwesAllOfIt() throws IOException, InterruptedException {
        journey().cancelsAPaidOrderAndOwesAllOfIt();
    }

    @Test
    @Order(5)
    void ranksAPaidOrderWithoutFuelFirst() throws IOException, InterruptedException {
        journey().ranksAPaidOrderWithoutFuelFirst();
    }

    @Test
    @Order(6)
    void pagesThroughTheOrdersOfADriver() throws IOException, InterruptedException {
        journey().pagesThroughTheOrdersOfADriver();
    }

    @Test
    @Order(7)
    void streamsAnOrderLive() throws IOException, InterruptedException {
        journey().streamsAnOrderLive();
    }

    @Test
    @Order(8)
    void answersWhatIsUnknownOrMalformedWithProblems() throws IOException, InterruptedException {
        journey().answersWhatIsUnknownOrMalformedWithProblems();
    }

    @Test
    @Order(9)
    void rebuildsEveryReadModelToTheSameHash() throws IOException, InterruptedException {
        journey().rebuildsEveryReadModelToTheSameHash();
    }

    @Test
    @Order(10)
    void showsAnOrderAsItWas() throws IOException, InterruptedException {
        journey().showsAnOrderAsItWas();
    }
}
