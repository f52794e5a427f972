package io.jiayou.dashboard.sales;

import io.jiayou.readmodel.View;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * Sums of the sales of one period, or of a share of the stations in that period.
 *
 * @param layout what its cells tell apart
 * @param period its UTC period: 2012-08-24T09:15, 2012-08-24 or 2012-08
 */
public record SalesDocument(
        @BsonId String salesId, SalesLayout layout, String period, List<SalesCell> cells, long position)
        implements View {

    @Override
    public String id() {
        return salesId;
    }

    SalesDocument plus(SalesCell sale, long at) {
        List<SalesCell> sums = new ArrayList<>(cells);
        int place = 0;
        while (place < sums.size() && !sums.get(place).isLike(sale)) {
            place++;
        }
        if (place < sums.size()) {
            sums.set(place, sums.get(place).plus(sale));
        } else {
            sums.add(sale);
        }
        return new SalesDocument(salesId, layout, period, sums, at);
    }
}
