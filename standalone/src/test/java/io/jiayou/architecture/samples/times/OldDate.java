package io.jiayou.architecture.samples.times;

import io.jiayou.architecture.Breaks;
import java.util.Date;

@Breaks
@SuppressWarnings("JavaUtilDate")
record OldDate(Date at) {}
