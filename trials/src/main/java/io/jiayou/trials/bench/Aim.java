package io.jiayou.trials.bench;

/** What a ratio should reach. */
public record Aim(Direction direction, double value) {

    /** Which side of the value is the good one. */
    public enum Direction {
        AT_LEAST,
        AT_MOST
    }

    public static Aim atLeast(double value) {
        return new Aim(Direction.AT_LEAST, value);
    }

    public static Aim atMost(double value) {
        return new Aim(Direction.AT_MOST, value);
    }

    boolean reachedBy(double ratio) {
        return direction == Direction.AT_LEAST ? ratio >= value : ratio <= value;
    }
}
