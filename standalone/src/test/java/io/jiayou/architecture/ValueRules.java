package io.jiayou.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What money and times may be made of. */
final class ValueRules {

    private static final Pattern MONEY = Pattern.compile(
            "(?i).*(?:amount|total|price|payable|refund|paid|money|cost|thousandths|volumeml|dispensedml).*");
    private static final Set<String> FLOATING = Set.of("float", "double", "java.lang.Float", "java.lang.Double");
    private static final Set<String> OLD_TIMES =
            Set.of("java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar", "java.text.SimpleDateFormat");

    /** Its untyped documents give times as {@code java.util.Date} only; they're turned into instants there. */
    private static final DescribedPredicate<JavaClass> AT_THE_DRIVERS_BORDER = DescribedPredicate.describe(
            "at the driver's border", ModuleRules.packages("io.jiayou.readmodel.documents"));

    private ValueRules() {}

    static List<ArchitectureRule> all() {
        return List.of(
                new ArchitectureRule(
                        "money and volumes are whole numbers",
                        Modules.ours().and(DescribedPredicate.describe("with money", type -> money(type)
                                .findAny()
                                .isPresent())),
                        20,
                        Conditions.haveNoFault("count money in whole numbers", ValueRules::floatingMoney),
                        "money"),
                new ArchitectureRule(
                        "times are those of java.time",
                        Modules.ours().and(DescribedPredicate.not(AT_THE_DRIVERS_BORDER)),
                        200,
                        Conditions.dependOnNo(
                                "date of old",
                                type -> OLD_TIMES.contains(type.getName())
                                        || type.getPackageName().equals("java.sql")),
                        "times"));
    }

    private static Stream<JavaField> money(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> MONEY.matcher(field.getName()).matches());
    }

    private static Stream<String> floatingMoney(JavaClass type) {
        return money(type)
                .filter(field -> FLOATING.contains(field.getRawType().getName()))
                .map(field -> field.getName() + " is a floating-point number");
    }
}
