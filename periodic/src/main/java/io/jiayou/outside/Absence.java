package io.jiayou.outside;

import java.time.Instant;

/**
 * That something doesn't answer.
 *
 * @param since when that was noticed
 * @param why what the first call failed by, in a line
 */
public record Absence(Instant since, String why) {}
