package io.jiayou.http.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.jiayou.access.Scope;
import io.jiayou.http.given.Coded;
import io.jiayou.order.events.Preset;
import io.jiayou.security.events.AddressesListed;
import io.jiayou.values.Money;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Reads the Javadoc of the kernel's types: of tests none is kept. */
class RecordSchemasTest {

    private final ModelConverters converters = new ModelConverters(true);

    RecordSchemasTest() {
        converters.addConverter(new RecordSchemas());
    }

    record Key(
            @io.swagger.v3.oas.annotations.media.Schema(description = "what it may")
            List<@Coded(value = Scope.class, but = "metrics") String> scopes,

            @Coded(Scope.class) String first) {}

    record Twice(Money paid, Key before, Key after) {}

    @Test
    void describesMembersAsTheirJavadoc() {
        assertThat(text(Money.class, "currency")).isEqualTo("ISO 4217 code");
        assertThat(text(Money.class, "amount")).isEqualTo("minor units; negative only where a sum goes below zero");
    }

    @Test
    void describesRecordsByTheirFirstSentence() {
        assertThat(model(Money.class).getDescription())
                .isEqualTo(
                        "An amount in the currency's minor units (fen, haléř, cent): whole numbers, never a fraction.");
        assertThat(model(Key.class).getDescription()).isNull();
    }

    @Test
    void saysWhatWordsMean() {
        assertThat(text(AddressesListed.class, "listing")).isEqualTo("""
                whether they are let in or kept out

                - `ALLOWED`: As soon as one range is allowed, only allowed ones get in.
                - `DENIED`: Refused, also where an allowed range holds it.""");
    }

    @Test
    void saysWhatCodesMeanAndOnlyThoseThatMayBeGiven() {
        assertThat(text(Key.class, "scopes"))
                .startsWith("what it may\n\n- `pump`: A pump controller: records what was dispensed.\n- `payments`: ")
                .contains("\n- `read-models`: ")
                .doesNotContain("`metrics`");
        assertThat(text(Key.class, "first")).startsWith("- `pump`: ").contains("\n- `metrics`: ");
    }

    @Test
    void writesMarkdown() {
        assertThat(text(AddressesListed.class, "range")).isEqualTo("CIDR, `203.0.113.0/24` or `2001:db8::/32`");
        assertThat(text(Preset.class, "amount")).isEqualTo("minor units of the price's currency; with AMOUNT only");
    }

    @Test
    void saysNothingTwice() {
        Map<String, Schema> models = converters.readAll((Type) Twice.class);

        assertThat(property(Objects.requireNonNull(models.get("Key")), "first").getDescription())
                .containsOnlyOnce("`pump`");
        assertThat(property(Objects.requireNonNull(models.get("Twice")), "paid").getDescription())
                .isNull();
    }

    private String text(Class<?> type, String member) {
        return property(model(type), member).getDescription();
    }

    private Schema<?> model(Class<?> type) {
        return Objects.requireNonNull(converters.readAll((Type) type).get(type.getSimpleName()));
    }

    private static Schema<?> property(Schema<?> model, String name) {
        return Objects.requireNonNull(model.getProperties().get(name));
    }
}
