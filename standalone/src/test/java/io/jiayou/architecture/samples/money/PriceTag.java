package io.jiayou.architecture.samples.money;

import io.jiayou.architecture.Breaks;

@Breaks
record PriceTag(double unitPrice) {}
