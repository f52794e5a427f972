package io.jiayou.readmodel.documents;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposed price rule: what sales between two moments would have cost. Volumes stay as they were dispensed.
 *
 * @param from sales that were completed at this moment or later
 * @param to and before this one
 * @param stations the ids of the stations concerned; all if none are named
 * @param grades the grades concerned; all if none are named
 * @param perLitre thousandths of a major unit per litre more, or less below zero; none for a percentage
 * @param percent in hundredths of a percent: 250 is 2.5 % more, −250 is 2.5 % less; none for a sum per litre
 */
public record WhatIf(
        Instant from,
        Instant to,
        @Nullable List<String> stations,
        @Nullable List<String> grades,
        @Nullable Long perLitre,
        @Nullable Long percent) {}
