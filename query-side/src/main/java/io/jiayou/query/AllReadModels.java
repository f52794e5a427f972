package io.jiayou.query;

import io.jiayou.readmodel.Catalogue;
import io.jiayou.readmodel.ReadModel;
import java.util.List;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.stereotype.Component;

/** The query side's read models, found as it finds them: components, and of those nothing else. */
public final class AllReadModels {

    private static final TypeFilter COMPONENT = new AnnotationTypeFilter(Component.class);
    private static final TypeFilter READ_MODEL = new AssignableTypeFilter(ReadModel.class);

    private AllReadModels() {}

    public static Catalogue find() {
        try (var context = new GenericApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter((type, types) -> COMPONENT.match(type, types) && READ_MODEL.match(type, types));
            scanner.scan("io.jiayou");
            context.refresh();
            List<ReadModel<?>> models = context.getBeanProvider(ReadModel.class).stream()
                    .<ReadModel<?>>map(model -> model)
                    .toList();
            return new Catalogue(models);
        }
    }
}
