package io.jiayou.architecture.samples.archive;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import io.jiayou.order.events.OrderPlaced;

@Breaks
@InModule("archive")
record KnowsTheBusiness(OrderPlaced order) {}
