package io.jiayou.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** An answer whose text depends on its reader says so, since there is one place where the reader's language is taken from. */
final class LanguageRules {

    private static final String PLACE = "io.jiayou.http.ReadersLanguage";

    private static final DescribedPredicate<JavaClass> OTHERS = Modules.ours()
            .and(DescribedPredicate.describe(
                    "not the place", type -> !type.getName().equals(PLACE)));

    private LanguageRules() {}

    static List<ArchitectureRule> all() {
        return List.of(new ArchitectureRule(
                "the language of a reader is taken from one place, which says so in the answer",
                OTHERS,
                200,
                Conditions.dependOnNo("language of a request", type -> type.getName()
                        .equals("org.springframework.context.i18n.LocaleContextHolder")),
                "languages"));
    }
}
