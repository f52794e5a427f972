package io.jiayou.architecture.samples.times;

import java.time.Instant;

record Moment(Instant at) {}
