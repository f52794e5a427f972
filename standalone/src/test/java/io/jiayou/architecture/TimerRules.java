package io.jiayou.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is done again and again is done by the schedule. */
final class TimerRules {

    /** Axon and Tomcat have these threads, and decide by themselves what they do when. */
    private static final Set<String> OF_OTHERS = Set.of(
            "io.jiayou.readmodel.projection.Processors",
            "io.jiayou.readmodel.projection.CoordinatorThreads",
            "io.jiayou.http.connections.BoundedProtocol");

    /** They wait for something once, or for a while before they try the same thing again; none of them is periodic. */
    private static final Set<String> WAITS_FOR_SOMETHING = Set.of(
            "io.jiayou.http.lasting.EndsTail",
            "io.jiayou.order.details.OrderStream",
            "io.jiayou.readmodel.live.LiveTail",
            "io.jiayou.readmodel.projection.Positions",
            "io.jiayou.readmodel.rebuild.Workshop",
            "io.jiayou.security.alarms.AlarmPost");

    private static final Predicate<JavaClass> COMMANDS = ModuleRules.packages("io.jiayou.cli");

    private static final Predicate<JavaClass> TIMERS = ModuleRules.packages("org.springframework.scheduling")
            .or(type -> Set.of(
                            "java.util.Timer",
                            "java.util.TimerTask",
                            "java.util.concurrent.ScheduledExecutorService",
                            "java.util.concurrent.ScheduledThreadPoolExecutor")
                    .contains(type.getName()));

    private static final DescribedPredicate<JavaClass> OTHERS = Modules.ours()
            .and(DescribedPredicate.not(Modules.in(Modules.PERIODIC)))
            .and(DescribedPredicate.describe(
                    "not of others",
                    type -> !OF_OTHERS.contains(Modules.outermost(type).getName())));

    private TimerRules() {}

    static List<ArchitectureRule> all() {
        return List.of(
                new ArchitectureRule(
                        "no class but the schedule owns a timer",
                        OTHERS,
                        200,
                        Conditions.dependOnNo("timer", TIMERS),
                        "timers.owned"),
                new ArchitectureRule(
                        "nobody sleeps from one time to the next",
                        OTHERS,
                        200,
                        Conditions.haveNoFault("sleep", TimerRules::sleeps),
                        "timers.slept"));
    }

    private static Stream<String> sleeps(JavaClass type) {
        return WAITS_FOR_SOMETHING.contains(Modules.outermost(type).getName()) || COMMANDS.test(type)
                ? Stream.empty()
                : type.getAccessesFromSelf().stream()
                        .filter(TimerRules::isSleep)
                        .map(JavaAccess::getDescription);
    }

    private static boolean isSleep(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return access.getName().equals("sleep")
                        && Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                                .contains(owner)
                || access.getName().equals("delayedExecutor");
    }
}
