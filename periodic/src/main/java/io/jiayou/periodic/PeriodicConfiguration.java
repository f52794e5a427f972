package io.jiayou.periodic;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The schedule of an application, which may bring a memory and somebody who hears of silence. */
@Configuration(proxyBeanMethods = false)
public class PeriodicConfiguration {

    @Bean
    Schedule schedule(ObjectProvider<Memory> memory) {
        return new Schedule(Clock.systemUTC(), memory.getIfAvailable(Memory::ofTheProcess));
    }

    /** Once all are there. */
    @Bean
    SmartInitializingSingleton alarmsOfSilence(Schedule schedule, ObjectProvider<TaskAlarms> alarms) {
        return () -> alarms.orderedStream().forEach(schedule::tell);
    }

    @Bean
    TasksEndpoint tasksEndpoint(Schedule schedule) {
        return new TasksEndpoint(schedule);
    }

    @Bean
    MeterBinder periodicMetrics(Schedule schedule) {
        return registry -> {
            Gauge.builder(
                            "jiayou.periodic.unwatched",
                            schedule,
                            it -> it.unwatched().toMillis() / 1e3)
                    .description("Since somebody looked after the periodic tasks")
                    .baseUnit("seconds")
                    .register(registry);
            schedule.show(task -> Gauge.builder("jiayou.periodic.silent", schedule, it -> it.complains(task) ? 1 : 0)
                    .description("1 while a periodic task fails or has had no success for too long")
                    .tag("task", task)
                    .register(registry));
        };
    }
}
