package io.jiayou.architecture.samples.naming;

import io.jiayou.architecture.InModule;

@InModule("shared-kernel")
interface OrderEvent {}
