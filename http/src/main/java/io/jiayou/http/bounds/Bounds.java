package io.jiayou.http.bounds;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** The bounds that hold in this process. */
public final class Bounds {

    private static final Logger LOG = LoggerFactory.getLogger(Bounds.class);
    /** The part of the heap that all of them together may take. */
    private static final int PART = 4;
    /** Connections to the port of management, where it has one of its own. */
    private static final long MANAGEMENTS = 16;

    private final Machine machine;
    private final Map<Bound, Long> values;

    private Bounds(Machine machine, Map<Bound, Long> values) {
        this.machine = machine;
        this.values = new EnumMap<>(values);
    }

    /** What follows from a machine, but for what is said otherwise. */
    public static Bounds of(Machine machine, Map<Bound, Long> otherwise) {
        Map<Bound, Long> values = new EnumMap<>(Bound.class);
        for (Bound bound : Bound.values()) {
            values.put(bound, otherwise.getOrDefault(bound, bound.usual(machine)));
        }
        return new Bounds(machine, values);
    }

    /**
     * What follows from this machine, but for what settings say.
     *
     * @throws IllegalArgumentException for a setting that is no such value
     */
    public static Bounds of(Environment settings) {
        Map<Bound, Long> otherwise = new EnumMap<>(Bound.class);
        for (Bound bound : Bound.values()) {
            String set = settings.getProperty(bound.setting(), "").strip();
            if (!set.isEmpty()) {
                otherwise.put(bound, read(bound, set));
            }
        }
        Bounds bounds = of(Machine.here(), otherwise);
        if (!bounds.fit()) {
            LOG.warn(
                    "What may be taken before anybody was checked is {} MB, more than a quarter of the heap: it can be filled from outside",
                    bounds.memory() >> 20);
        }
        return bounds;
    }

    private static long read(Bound bound, String set) {
        try {
            long value =
                    switch (bound.unit()) {
                        case BYTES -> DataSize.parse(set).toBytes();
                        case SECONDS ->
                            DurationStyle.detectAndParse(set, ChronoUnit.SECONDS)
                                    .toSeconds();
                        case COUNT, PER_MINUTE -> Long.parseLong(set);
                    };
            if (value < 0) {
                throw new IllegalArgumentException("negative");
            }
            return value;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(bound.setting() + " can't be " + set, e);
        }
    }

    public long get(Bound bound) {
        return values.getOrDefault(bound, 0L);
    }

    /** The same where more than an int has is as good as its most. */
    public int count(Bound bound) {
        return (int) Math.min(Integer.MAX_VALUE, get(bound));
    }

    /** A bound in seconds. */
    public Duration time(Bound bound) {
        return Duration.ofSeconds(get(bound));
    }

    /** The same for management on a port of its own, which few connect to. */
    public Bounds ofManagement() {
        Map<Bound, Long> few = new EnumMap<>(values);
        few.put(Bound.CONNECTIONS, MANAGEMENTS);
        few.put(Bound.CONNECTIONS_PER_ADDRESS, MANAGEMENTS / 2);
        return new Bounds(machine, few);
    }

    /** Bytes of the heap that may be taken at once before anybody was checked; no more than can be counted. */
    public long memory() {
        double aboveUsual = Math.max(0, get(Bound.HEAD_SIZE) - Bound.HEAD_SIZE.usual(machine));
        double body = (double) Costs.BODY * Math.max(1, get(Bound.BODY_SIZE) / Bound.BODY_SIZE.usual(machine));
        double connections = get(Bound.CONNECTIONS) * 1.125 + MANAGEMENTS;
        double all = connections * (Costs.CONNECTION + aboveUsual)
                + get(Bound.BODIES_AT_ONCE) * body
                + (double) get(Bound.HASHES_AT_ONCE) * Costs.HASH
                + (double) get(Bound.ADDRESSES) * Costs.TABLES * Costs.ROW;
        return (long) all;
    }

    /** Whether that leaves the rest of the heap to what the system keeps there. */
    public boolean fit() {
        return memory() <= machine.heap() / PART;
    }
}
