package io.jiayou.http;

import io.jiayou.rules.NotAllowed;
import java.math.BigDecimal;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.util.AccessPattern;

/** Reads whole numbers however JSON writes them: 20000, 20000.0 and 2e4 are the same (JSON Schema 2020-12, 6.1.1), 199.99 is none. */
final class WholeNumber<T> extends StdScalarDeserializer<T> {

    /** Of the largest long. */
    private static final int DIGITS = 19;

    private final long least;
    private final long most;
    private final transient LongFunction<T> form;

    private WholeNumber(Class<T> type, long least, long most, LongFunction<T> form) {
        super(type);
        this.least = least;
        this.most = most;
        this.form = form;
    }

    static WholeNumber<Integer> ofInt(Class<Integer> type) {
        return new WholeNumber<>(type, Integer.MIN_VALUE, Integer.MAX_VALUE, number -> (int) number);
    }

    static WholeNumber<Long> ofLong(Class<Long> type) {
        return new WholeNumber<>(type, Long.MIN_VALUE, Long.MAX_VALUE, number -> number);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_NUMBER_INT) && !parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
            throw new NotAllowed("a whole number is expected");
        }
        BigDecimal number = parser.getDecimalValue();
        // asked before anything is written out: 1e1000000000 has one digit
        if (number.signum() != 0 && (long) number.precision() - number.scale() > DIGITS) {
            throw new NotAllowed("a whole number is from {0} to {1}", least, most);
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw new NotAllowed("a whole number is expected");
        }
        BigDecimal whole = number.setScale(0);
        if (whole.compareTo(BigDecimal.valueOf(least)) < 0 || whole.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new NotAllowed("a whole number is from {0} to {1}", least, most);
        }
        return form.apply(whole.longValueExact());
    }

    /** What is null, or isn't there at all: nothing, where a member may be absent. */
    @Override
    public @Nullable Object getNullValue(DeserializationContext context) {
        if (handledType().isPrimitive()) {
            context.reportInputMismatch(this, "a whole number is expected");
        }
        return null;
    }

    @Override
    public AccessPattern getNullAccessPattern() {
        return AccessPattern.DYNAMIC;
    }
}
