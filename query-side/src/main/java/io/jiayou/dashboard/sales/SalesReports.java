package io.jiayou.dashboard.sales;

import com.mongodb.client.MongoCollection;
import io.jiayou.station.nearby.StationNames;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sums as they are answered: where their keys are ids of stations, with names beside them. */
@Component
class SalesReports {

    private final ZoneId business;
    private final StationNames names;

    SalesReports(@Value("${jiayou.business-zone:Asia/Shanghai}") ZoneId business, StationNames names) {
        this.business = business;
        this.names = names;
    }

    ZoneId business() {
        return business;
    }

    SalesReport of(MongoCollection<SalesDocument> documents, SalesBy by, SalesRange range) {
        SalesReport report = new SalesSums(documents, business).by(by, range);
        return by == SalesBy.STATION ? report.called(names.of(report.keys())) : report;
    }
}
