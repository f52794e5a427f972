package io.jiayou.architecture.samples.events;

import io.jiayou.architecture.InModule;

@InModule("shared-kernel")
sealed interface WashEvent permits CarDried, CarPolished, CarWashed, CarWaxed {}
