package io.jiayou.architecture.samples.embeddedstores;

import io.jiayou.architecture.Breaks;
import io.jiayou.architecture.InModule;
import io.jiayou.order.events.OrderPlaced;

@Breaks
@InModule("embedded-stores")
record KnowsAnEvent(OrderPlaced order) {}
