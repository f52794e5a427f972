package io.jiayou.imports.stations;

import io.jiayou.imports.csv.ShippedTable;
import io.jiayou.imports.csv.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells fuel stations from other places by their names and takes the names apart, by two tables that anybody can read
 * and check: {@code fuel-station-words.csv} and {@code fuel-brands.csv}.
 */
final class StationNames {

    private record Brand(String spelling, String brand) {}

    /** A name that ends in brackets: 加油站(虹井路). */
    private static final Pattern BRACKETED = Pattern.compile("(.*)\\(([^()]+)\\)");
    /** What brackets hold when they name a place to go to: 仙霞路站, 天山路店. */
    private static final Pattern PLACE = Pattern.compile(".*[站店]");
    /** What fuel stations' names have beside what tells them apart. */
    private static final Pattern COMMON = Pattern.compile("^上海(?=.)|有限公司$|[站店](?=\\)*$)|[()\\s]");

    private final List<String> fuel = new ArrayList<>();
    private final List<String> other = new ArrayList<>();
    private final List<Brand> brands = new ArrayList<>();

    StationNames() {
        for (Values row : ShippedTable.rows(StationNames.class, "fuel-station-words.csv", List.of("word", "means"))) {
            (row.get("means").equals("fuel") ? fuel : other).add(row.get("word"));
        }
        for (Values row : ShippedTable.rows(StationNames.class, "fuel-brands.csv", List.of("spelling", "brand"))) {
            brands.add(new Brand(row.get("spelling"), row.get("brand")));
        }
        // the longest wins where one begins or contains another
        fuel.sort(Comparator.comparing(it -> -it.length()));
        brands.sort(Comparator.comparing(it -> -it.spelling().length()));
    }

    /**
     * Whether a name is a fuel station's: it has a word for one, or is a brand alone or a brand with a place in brackets;
     * and it has no word for something else.
     */
    boolean isFuelStation(String name) {
        if (other.stream().anyMatch(name::contains)) {
            return false;
        }
        return fuel.stream().anyMatch(name::contains)
                || brand(name)
                        .map(it -> name.substring(it.spelling().length()))
                        .filter(StationNames::isAPlaceAlone)
                        .isPresent();
    }

    /** Takes a fuel station's name apart. */
    StationName read(String name) {
        Optional<Brand> brand = brand(name);
        String rest =
                brand.map(it -> name.substring(it.spelling().length()).strip()).orElse(name);
        String own = unpacked(rest);
        return new StationName(brand.map(Brand::brand).orElse(null), own.isEmpty() ? name : own, core(own));
    }

    private Optional<Brand> brand(String name) {
        return brands.stream().filter(it -> name.startsWith(it.spelling())).findFirst();
    }

    private static boolean isAPlaceAlone(String rest) {
        Matcher bracketed = BRACKETED.matcher(rest);
        return rest.isEmpty()
                || bracketed.matches()
                        && bracketed.group(1).isBlank()
                        && PLACE.matcher(bracketed.group(2)).matches();
    }

    /** 加油站(虹井路) becomes 虹井路加油站, (康健加油站) and 加油站(仙霞路站) what is in the brackets. */
    private String unpacked(String rest) {
        Matcher bracketed = BRACKETED.matcher(rest);
        if (!bracketed.matches()) {
            return rest;
        }
        String outside = bracketed.group(1).strip();
        String inside = bracketed.group(2).strip();
        if (!outside.isEmpty() && !fuel.contains(outside)) {
            return rest;
        }
        return PLACE.matcher(inside).matches() ? inside : inside + outside;
    }

    private String core(String name) {
        String core = name;
        for (String word : fuel) {
            core = core.replace(word, "");
        }
        return COMMON.matcher(core).replaceAll("");
    }
}
