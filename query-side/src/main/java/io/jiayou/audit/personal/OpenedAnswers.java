package io.jiayou.audit.personal;

import io.jiayou.personal.Place;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.ser.std.StdSerializer;

/** Teaches the mapper of answers to open what is marked {@link Opened}, for the person whose document it is in. */
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
            for (BeanPropertyWriter property : properties) {
                Opened opened = property.getAnnotation(Opened.class);
                if (opened != null) {
                    property.assignSerializer(new OpenedText(reading, Place.from(opened.from(), opened.field())));
                }
            }
            return properties;
        }

        @Override
        public ValueSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription.Supplier described, ValueSerializer<?> serializer) {
            return OfPerson.class.isAssignableFrom(described.getBeanClass())
                    ? new PersonsDocument(serializer)
                    : serializer;
        }
    }

    private static final class OpenedText extends StdSerializer<Object> {

        private final transient ObjectProvider<PersonalReading> reading;
        private final transient Place place;

        OpenedText(ObjectProvider<PersonalReading> reading, Place place) {
            super(Object.class);
            this.reading = reading;
            this.place = place;
        }

        @Override
        public void serialize(Object text, JsonGenerator json, SerializationContext context) {
            Place here = place.ofPerson(PersonsDocument.personOf(context));
            json.writeString(reading.getObject().open((String) text, here));
        }
    }
}
