package io.jiayou.architecture.samples.money;

import io.jiayou.values.Money;

record Bill(long amount, Money total) {}
