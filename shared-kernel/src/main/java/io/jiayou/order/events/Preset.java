package io.jiayou.order.events;

import io.jiayou.rules.NotAllowed;
import io.jiayou.values.Limit;
import io.jiayou.values.Limited;
import org.jspecify.annotations.Nullable;

/**
 * What the driver asked for: an amount of money, a volume, or a full tank.
 *
 * @param kind how the order is limited
 * @param amount minor units of the price's currency; with {@link Kind#AMOUNT} only
 * @param volumeMl millilitres; the volume with {@link Kind#VOLUME}, the tank's size with {@link Kind#FULL_TANK}
 */
public record Preset(
        Kind kind,
        @Limited(Limit.AMOUNT) @Nullable Long amount,
        @Limited(Limit.VOLUME) @Nullable Long volumeMl) {

    /** How an order is limited. */
    public enum Kind {
        /** Fuel for an amount of money. */
        AMOUNT,
        /** A volume. */
        VOLUME,
        /** As much as the tank takes. */
        FULL_TANK
    }

    public Preset {
        Long given = kind == Kind.AMOUNT ? amount : volumeMl;
        Long other = kind == Kind.AMOUNT ? volumeMl : amount;
        if (given == null || given <= 0 || other != null) {
            throw new NotAllowed(
                    "a preset has either an amount (AMOUNT) or a volumeMl (VOLUME, FULL_TANK), above zero");
        }
    }

    public static Preset byAmount(long minorUnits) {
        return new Preset(Kind.AMOUNT, minorUnits, null);
    }

    public static Preset byVolume(long volumeMl) {
        return new Preset(Kind.VOLUME, null, volumeMl);
    }

    public static Preset fullTank(long tankMl) {
        return new Preset(Kind.FULL_TANK, null, tankMl);
    }
}
