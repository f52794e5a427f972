package io.jiayou.cli;

import io.jiayou.values.Position;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads options that name a place in the order of all events, or a number of events. */
final class PositionText implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        return Position.read(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no number from " + Position.FIRST + " to " + Position.LAST));
    }
}
