package io.jiayou.station;

import io.jiayou.station.events.PriceSet;
import io.jiayou.station.events.PumpSet;
import io.jiayou.station.events.StationClosed;
import io.jiayou.station.events.StationDescribed;
import io.jiayou.station.events.StationDescription;
import io.jiayou.station.events.StationOpened;
import io.jiayou.station.events.StationRegistered;
import io.jiayou.values.GeoPoint;
import io.jiayou.values.UnitPrice;
import java.time.Instant;
import java.util.List;

/** What happened to stations, for tests. */
public final class SomeStation {

    public static final String ID = "station-1";
    public static final int PUMP = 3;
    public static final String GRADE = "95#";
    public static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

    private SomeStation() {}

    public static StationDescription described(String name) {
        return new StationDescription(
                name, "中国石化", "虹漕南路777号", "徐汇区", new GeoPoint(31.17, 121.4), "24/7", "Asia/Shanghai");
    }

    public static StationRegistered registered() {
        return new StationRegistered(ID, described("康健加油站"), AT);
    }

    public static StationDescribed describedAnew(String name) {
        return new StationDescribed(ID, described(name), AT);
    }

    public static StationClosed closed() {
        return new StationClosed(ID, null, AT);
    }

    public static StationOpened opened() {
        return new StationOpened(ID, AT);
    }

    /** An open pump of one grade. */
    public static PumpSet pump() {
        return pump(true, GRADE);
    }

    public static PumpSet pump(boolean open, String... grades) {
        return new PumpSet(ID, PUMP, List.of(grades), open, AT);
    }

    /** A price in yuan; 7890 is 7.89 yuan per litre. */
    public static PriceSet price(long thousandths, Instant holdsFrom) {
        return price(GRADE, thousandths, holdsFrom);
    }

    public static PriceSet price(String grade, long thousandths, Instant holdsFrom) {
        return new PriceSet(ID, grade, new UnitPrice(thousandths, "CNY"), holdsFrom, AT);
    }
}
