package io.jiayou.architecture.samples.money;

import io.jiayou.architecture.Breaks;
import org.jspecify.annotations.Nullable;

@Breaks
record Receipt(@Nullable Float total) {}
