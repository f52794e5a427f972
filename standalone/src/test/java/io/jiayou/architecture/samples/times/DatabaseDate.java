package io.jiayou.architecture.samples.times;

import io.jiayou.architecture.Breaks;
import java.sql.Timestamp;

@Breaks
record DatabaseDate(Timestamp at) {}
