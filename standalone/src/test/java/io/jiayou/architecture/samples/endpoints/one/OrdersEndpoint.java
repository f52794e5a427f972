package io.jiayou.architecture.samples.endpoints.one;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.samples.endpoints.two.DriversEndpoint;
import org.springframework.web.bind.annotation.RestController;

@Breaks
@RestController
record OrdersEndpoint(DriversEndpoint other) {}
