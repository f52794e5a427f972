package io.jiayou.architecture.samples.endpoints.two;

import org.springframework.web.bind.annotation.RestController;

@RestController
public record DriversEndpoint(NeighbourEndpoint neighbour) {

    public record Answer(String id) {}
}
