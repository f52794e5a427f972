package io.jiayou.architecture.samples.endpoints.one;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.samples.endpoints.two.DriversEndpoint;
import org.springframework.web.bind.annotation.RestController;

/** Borrows another slice's answer. */
@Breaks
@RestController
class StationsEndpoint {

    Object answer() {
        return new DriversEndpoint.Answer("station");
    }
}
