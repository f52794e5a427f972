package io.jiayou.architecture.samples.endpoints.two;

import org.springframework.web.bind.annotation.RestController;

@RestController
record NeighbourEndpoint(String name) {}
