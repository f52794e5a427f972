package io.jiayou.architecture.samples.events;

import io.jiayou.architecture.InModule;
import io.jiayou.metadata.StoredAs;
import io.jiayou.values.Money;
import java.time.Instant;
import java.util.List;

@InModule("shared-kernel")
@StoredAs("sample.washed")
record CarWashed(String id, List<Money> prices, Programme programme, Kind kind, Instant at) implements WashEvent {

    enum Kind {
        QUICK,
        THOROUGH
    }
}
