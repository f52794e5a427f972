package io.jiayou.architecture.samples.http;

import io.jiayou.architecture.InModule;
import io.jiayou.rules.Rule;

@InModule("http")
record KnowsTheKernel(Rule rule) {}
