package io.jiayou.demo;

import io.jiayou.ids.Ids;
import io.jiayou.station.events.StationDescription;
import io.jiayou.values.GeoPoint;
import java.util.ArrayList;
import java.util.List;

/** One of the generated stations; none of them exists. */
record DemoStation(String id, StationDescription description, long surcharge) {

    static final String ZONE = "Asia/Shanghai";

    /** Pump 1 and 2 dispense petrol, pump 3 dispenses diesel. */
    static final List<List<String>> PUMPS = List.of(List.of("92#", "95#"), List.of("95#", "98#"), List.of("0#"));

    private static final List<String> NAMES =
            List.of("银杏", "白鹭", "晨光", "长风", "听雨", "云桥", "石榴", "青禾", "望江", "拾光", "海棠", "松间");
    private static final List<String> DISTRICTS = List.of("徐汇区", "静安区", "浦东新区", "闵行区");
    private static final List<String> BRANDS = List.of("示范石油", "样例能源", "演示油站");
    private static final GeoPoint MIDDLE = new GeoPoint(31.2304, 121.4737);

    /** Around the middle of Shanghai, in two rings. */
    static List<DemoStation> all() {
        List<DemoStation> stations = new ArrayList<>();
        for (int number = 0; number < NAMES.size(); number++) {
            stations.add(station(number));
        }
        return stations;
    }

    private static DemoStation station(int number) {
        double angle = 2 * Math.PI * number / NAMES.size();
        double degrees = number % 2 == 0 ? 0.03 : 0.08;
        String name = NAMES.get(number) + "加油站";
        StationDescription description = new StationDescription(
                name,
                BRANDS.get(number % BRANDS.size()),
                "上海市演示路" + (number * 18 + 6) + "号",
                DISTRICTS.get(number % DISTRICTS.size()),
                new GeoPoint(
                        MIDDLE.latitude() + degrees * Math.sin(angle), MIDDLE.longitude() + degrees * Math.cos(angle)),
                number % 4 == 3 ? "06:00-23:00" : "24/7",
                ZONE);
        return new DemoStation(Ids.derived("demo-station", name), description, number % 5 * 30L);
    }
}
