package io.jiayou.imports.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jiayou.imports.PublicData;
import io.jiayou.imports.Refusal;
import io.jiayou.imports.RefusedLine;
import io.jiayou.imports.csv.CsvFile;
import io.jiayou.imports.csv.ShippedTable;
import io.jiayou.imports.csv.Values;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FuelProductsTest {

    private final FuelProducts fuels = new FuelProducts();

    @ParameterizedTest
    @CsvSource({
        "Nafta, Diesel",
        "Diesel, Diesel",
        "Diesel +, Diesel+",
        "Nafta Plus, Diesel+",
        "Natural, Natural",
        "Natural +, Natural+",
        "Natural Spec, Natural special",
        "Nat.Super, Natural Super",
        "Diesel aditiv, Diesel aditiv",
        "LPG, LPG",
        "LPG Plyn, LPG",
        "Special, Special",
        "Super, Super",
        "Etanol-E85, E85"
    })
    void haveTheirGrades(String description, String grade) {
        assertThat(fuels.grade(description).code()).isEqualTo(grade);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rucní zadání",
                "AdBlue-stojan",
                "Additivum",
                "CNG",
                "hydrogen",
                "Red diesel",
                "RED Diesel",
                "Bonus BP diesel",
                "diesel to garage",
                "Provoz.nápl.",
                "Mytí vozidel",
                "Oleje,tuky",
                "nafta",
                ""
            })
    void areNothingElse(String description) {
        assertThatThrownBy(() -> fuels.grade(description))
                .isInstanceOfSatisfying(
                        RefusedLine.class, it -> assertThat(it.refusal()).isEqualTo(Refusal.NOT_FUEL));
    }

    /** Whoever checks the table sees with this that it misses no product whose name sounds like fuel. */
    @Test
    void listEveryProductOfThePublicDataWhoseNameSoundsLikeFuel() throws IOException {
        List<String> products = publicProducts();
        List<String> table = ShippedTable.rows(FuelProducts.class, "fuel-products.csv", List.of("description")).stream()
                .map(row -> row.get("description"))
                .toList();

        assertThat(table).doesNotHaveDuplicates().isSubsetOf(products);
        assertThat(products)
                .filteredOn(it -> it.toLowerCase(Locale.ROOT)
                        .matches(
                                ".*(nafta|diesel|natural|nat\\.s|super|petrol|lpg|cng|e-?85|normal |benz|phm|paliv).*"))
                .isSubsetOf(table);
    }

    private static List<String> publicProducts() throws IOException {
        List<String> products = new ArrayList<>();
        byte[] bytes = PublicData.read("fuel-card-products.csv");
        try (CsvFile file = CsvFile.open("products", new ByteArrayInputStream(bytes), List.of("Description"))) {
            for (CsvFile.@Nullable Row row = file.next(); row != null; row = file.next()) {
                Values values = row.read();
                products.add(values.get("Description"));
            }
        }
        return products;
    }
}
