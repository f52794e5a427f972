package io.jiayou.query;

import io.jiayou.audit.pasts.PastMoments;
import io.jiayou.http.MoreParameters;
import io.jiayou.http.access.Access;
import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.history.History;
import io.jiayou.readmodel.projection.Positions;
import io.jiayou.readmodel.rebuild.Pasts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every query passes before it reaches its endpoint. */
@Configuration(proxyBeanMethods = false)
class HttpSetup implements WebMvcConfigurer {

    private final Catalogue models;
    private final Pasts pasts;
    private final PastMoments moments;
    private final Positions positions;
    private final History history;
    private final Access access;

    HttpSetup(
            Catalogue models,
            Pasts pasts,
            PastMoments moments,
            Positions positions,
            History history,
            Environment environment) {
        this.models = models;
        this.pasts = pasts;
        this.moments = moments;
        this.positions = positions;
        this.history = history;
        this.access = Access.of(environment);
    }

    @Bean
    static MoreParameters parametersOfQueries() {
        return ReadModelsRead::parameters;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ChoosePast(models, pasts, moments, access));
        registry.addInterceptor(new ReadYourWrites(models, positions, history));
    }
}
