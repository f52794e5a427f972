package io.jiayou.audit.personal;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.StdSerializer;

/** Teaches the mapper of answers to open what is marked {@link Opened}. */
@Component
class OpenedAnswers extends SimpleModule {

    private static final long serialVersionUID = 1;

    OpenedAnswers(ObjectProvider<PersonalReading> reading) {
        super("opened-answers");
        setSerializerModifier(new Marked(reading));
    }

    private static final class Marked extends ValueSerializerModifier {

        private static final long serialVersionUID = 1;

        private final transient ObjectProvider<PersonalReading> reading;

        Marked(ObjectProvider<PersonalReading> reading) {
            this.reading = reading;
        }

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription.Supplier described, List<BeanPropertyWriter> properties) {
            properties.stream()
                    .filter(property -> property.getAnnotation(Opened.class) != null)
                    .forEach(property -> property.assignSerializer(new OpenedText(reading)));
            return properties;
        }
    }

    private static final class OpenedText extends StdSerializer<Object> {

        private final transient ObjectProvider<PersonalReading> reading;

        OpenedText(ObjectProvider<PersonalReading> reading) {
            super(Object.class);
            this.reading = reading;
        }

        @Override
        public void serialize(Object text, JsonGenerator json, SerializationContext context) {
            json.writeString(reading.getObject().open((String) text));
        }
    }
}
