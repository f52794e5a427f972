package io.jiayou.outside;

import io.jiayou.periodic.Schedule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an application depends on: each part that it's made of brings its own. */
@Configuration(proxyBeanMethods = false)
public class OutsideConfiguration {

    @Bean
    Dependencies dependencies(ObjectProvider<Dependency> all, Schedule schedule) {
        return new Dependencies(all.orderedStream().toList()).watched(schedule);
    }
}
