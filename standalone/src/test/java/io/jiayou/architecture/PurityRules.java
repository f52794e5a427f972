package io.jiayou.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import io.jiayou.readmodel.ReadModel;
import io.jiayou.readmodel.View;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.web.bind.annotation.RestController;

/** Deciding, evolving and folding see only what they are given: no clock, no chance, no log. */
final class PurityRules {

    /** Those of the kernel's events, but those of which only some classes decide. */
    static final Set<String> CONTEXTS = Set.of("driver", "station", "order", "feedback", "retention");

    /** Of contexts whose other classes report, keep secrets, send codes and look at addresses, by clocks and by chance. */
    static final Map<String, Set<String>> DECIDERS = Map.of(
            "annulment",
            Set.of(
                    "io.jiayou.annulment.Register",
                    "io.jiayou.annulment.confirmannulment.ConfirmAnnulmentHandler",
                    "io.jiayou.annulment.reportunreadableevent.ReportUnreadableHandler",
                    "io.jiayou.annulment.requestannulment.RequestAnnulmentHandler"),
            "identity",
            Set.of(
                    "io.jiayou.identity.accounts.Account",
                    "io.jiayou.identity.accounts.Admission",
                    "io.jiayou.identity.accounts.Attempts",
                    "io.jiayou.identity.phonelogin.Spent",
                    "io.jiayou.identity.sessions.Renewal",
                    "io.jiayou.identity.sessions.Session",
                    "io.jiayou.identity.tokens.KeyRing"),
            "security",
            Set.of("io.jiayou.security.listaddresses.AddressListing"));

    private static final Predicate<JavaClass> CLOCKS = ModuleRules.packages("java.time");
    private static final Predicate<JavaClass> LOGS =
            ModuleRules.packages("org.slf4j", "java.util.logging", "org.apache.commons.logging");
    private static final Set<String> CHANCE = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom");
    private static final Set<String> SYSTEM =
            Set.of("currentTimeMillis", "nanoTime", "out", "err", "getLogger", "getenv", "getProperty");

    private PurityRules() {}

    static List<ArchitectureRule> all() {
        return List.of(
                new ArchitectureRule(
                        "what the kernel publishes neither asks the time nor logs",
                        Modules.in(Modules.KERNEL).and(DescribedPredicate.describe("values or events", isPublished())),
                        40,
                        new ReachesNo("clock, chance or log", PurityRules::isImpure),
                        "purekernel"),
                new ArchitectureRule(
                        "deciding and evolving neither ask the time nor log",
                        Modules.in(Modules.COMMAND_SIDE)
                                .and(DescribedPredicate.describe("deciders", PurityRules::decides)),
                        50,
                        new ReachesNo("clock, chance or log", PurityRules::isImpure),
                        "purecommands"),
                new ArchitectureRule(
                        "folding neither asks the time nor logs",
                        DescribedPredicate.describe("read models and their views", PurityRules::folds),
                        15,
                        new ReachesNo("clock, chance or log", PurityRules::isImpure),
                        "purefolds"));
    }

    private static Predicate<JavaClass> isPublished() {
        return ModuleRules.packages("io.jiayou.values")
                .or(type -> type.getPackageName().endsWith(".events"));
    }

    /** Of a context's packages, without the endpoints: they are where the time comes from. */
    private static boolean decides(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        return parts.length > 2
                && (CONTEXTS.contains(parts[2])
                        || parts[2].equals("architecture")
                        || DECIDERS.getOrDefault(parts[2], Set.of())
                                .contains(Modules.outermost(type).getName()))
                && !Modules.outermost(type).isAnnotatedWith(RestController.class);
    }

    private static boolean folds(JavaClass type) {
        JavaClass top = Modules.outermost(type);
        return !top.isInterface() && (top.isAssignableTo(ReadModel.class) || top.isAssignableTo(View.class));
    }

    private static boolean isImpure(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        return CLOCKS.test(owner)
                        && (name.equals("now") || owner.getSimpleName().equals("Clock"))
                || LOGS.test(owner)
                || CHANCE.contains(owner.getName())
                || owner.isEquivalentTo(System.class) && SYSTEM.contains(name)
                || owner.isEquivalentTo(java.util.UUID.class) && name.equals("randomUUID")
                || owner.isEquivalentTo(Math.class) && name.equals("random");
    }
}
