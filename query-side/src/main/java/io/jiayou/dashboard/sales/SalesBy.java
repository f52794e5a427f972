package io.jiayou.dashboard.sales;

/** By what sales are summed. */
enum SalesBy {
    HOUR,
    DAY,
    STATION,
    GRADE
}
