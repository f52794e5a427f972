package io.jiayou.command;

/**
 * The answer to a command that was accepted: its events are durable.
 *
 * @param id what was created or changed
 * @param version the position in the event history that includes the command's events; a query given it as {@code
 *     version} waits until it shows them
 */
public record Receipt(String id, long version) {}
