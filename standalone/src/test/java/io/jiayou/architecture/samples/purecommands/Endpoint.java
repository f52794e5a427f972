package io.jiayou.architecture.samples.purecommands;

import io.jiayou.architecture.InModule;
import java.time.Instant;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints are where the time comes from. */
@InModule("command-side")
@RestController
class Endpoint {

    Instant now() {
        return Instant.now();
    }
}
