package io.jiayou.audit.log;

/**
 * One alarm.
 *
 * @param what its stable name: its kind's code, with what it is about where there are several, {@code archive /mnt/usb}
 */
public record AlarmName(AlarmKind kind, String what) {}
