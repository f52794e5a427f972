package io.jiayou.trials.stores;

import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** The query side's read models, found as it finds them. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "io.jiayou",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ReadModel.class))
public class AllReadModels {

    public static Catalogue find() {
        try (var context = new AnnotationConfigApplicationContext(AllReadModels.class)) {
            List<ReadModel<?>> models = context.getBeanProvider(ReadModel.class).stream()
                    .<ReadModel<?>>map(model -> model)
                    .toList();
            return new Catalogue(models);
        }
    }
}
