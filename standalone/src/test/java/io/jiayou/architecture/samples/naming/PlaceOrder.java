package io.jiayou.architecture.samples.naming;

import io.jiayou.architecture.InModule;

@InModule("command-side")
record PlaceOrder(String id) {}
