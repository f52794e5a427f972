package io.jiayou.architecture.samples.transparency;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import tools.jackson.databind.JsonNode;

@Breaks
@InModule("transparency")
record KnowsALibrary(JsonNode json) {}
