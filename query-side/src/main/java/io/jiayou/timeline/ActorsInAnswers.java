package io.jiayou.timeline;

import io.jiayou.access.Caller;
import io.jiayou.access.Role;
import io.jiayou.http.access.Callers;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/** Teaches the mapper of answers to leave out what is marked {@link WhoActed} where a driver reads it. */
@Component
class ActorsInAnswers extends SimpleModule {

    private static final long serialVersionUID = 1;

    ActorsInAnswers() {
        super("actors-in-answers");
        setSerializerModifier(new Marked());
    }

    /** What a driver asked for, and what is sent to somebody whom nobody knows any more, as in a stream. */
    static boolean isShown(String actor) {
        Optional<Caller> caller = Callers.current();
        return caller.map(it -> it.role() != Role.DRIVER || it.actor().equals(actor))
                .orElseGet(() -> RequestContextHolder.getRequestAttributes() != null);
    }

    private static final class Marked extends ValueSerializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription.Supplier described, List<BeanPropertyWriter> properties) {
            properties.replaceAll(
                    property -> property.getAnnotation(WhoActed.class) == null ? property : new Actor(property));
            return properties;
        }
    }

    private static final class Actor extends BeanPropertyWriter {

        private static final long serialVersionUID = 1;

        Actor(BeanPropertyWriter property) {
            super(property);
        }

        @Override
        public void serializeAsProperty(Object bean, JsonGenerator json, SerializationContext context)
                throws Exception {
            if (get(bean) instanceof String actor && !isShown(actor)) {
                return;
            }
            super.serializeAsProperty(bean, json, context);
        }
    }
}
