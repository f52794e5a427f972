package io.jiayou.imports.transactions;

import io.jiayou.imports.Refusal;
import io.jiayou.imports.csv.ShippedTable;
import io.jiayou.imports.csv.Values;
import io.jiayou.values.Grade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which products are fuel, and of which grade, by a table that anybody can read and check: {@code fuel-products.csv}. What
 * it doesn't list is no fuel. Products without a grade there are near misses, with the reason.
 */
final class FuelProducts {

    private final Map<String, Grade> grades = new HashMap<>();
    private final Map<String, String> nearMisses = new HashMap<>();

    FuelProducts() {
        List<String> columns = List.of("description", "grade", "note");
        for (Values row : ShippedTable.rows(FuelProducts.class, "fuel-products.csv", columns)) {
            if (row.get("grade").isEmpty()) {
                nearMisses.put(row.get("description"), row.get("note"));
            } else {
                grades.put(row.get("description"), new Grade(row.get("grade")));
            }
        }
    }

    /**
     * The grade of a product.
     *
     * @param description as in the list of products
     * @throws io.jiayou.imports.RefusedLine NOT_FUEL for any other product
     */
    Grade grade(String description) {
        Grade grade = grades.get(description);
        if (grade == null) {
            String note = nearMisses.get(description);
            throw Refusal.NOT_FUEL.because("{0}", note == null ? description : description + ": " + note);
        }
        return grade;
    }
}
