package io.jiayou.trials.bench;

import java.util.List;

/**
 * What a benchmark found.
 *
 * @param compared what A is and what B is
 * @param durability what an acknowledgement means on both sides, and how that was checked
 * @param notes further figures and whatever limits what was measured
 */
public record Report(String name, String compared, String durability, List<Ratio> ratios, List<String> notes) {}
