package io.jiayou.http.computing;

import io.jiayou.http.bounds.Bound;
import io.jiayou.http.bounds.Bounds;
import io.jiayou.http.lasting.Lasting;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** For applications with endpoints that take long; it expects what lasts. */
@Configuration(proxyBeanMethods = false)
@Import(BeforeLongAnswers.class)
public class ComputingConfiguration {

    /** After the interceptor that asks whose a thing is: who is refused waits for no place. */
    private static final int LAST = 200;

    @Bean
    Computations computations(Bounds bounds, Lasting lasting) {
        return new Computations(bounds.count(Bound.COMPUTATIONS_AT_ONCE), lasting);
    }

    @Bean
    WebMvcConfigurer longAnswers(ObjectProvider<Computations> computations) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new LongAnswers(computations.getObject(), InstantSource.system()))
                        .order(LAST);
            }
        };
    }
}
