package io.jiayou.personal;

import io.jiayou.metadata.StoredAs;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The personal fields of one type of events, and a way to exchange their texts. */
public final class PersonalFields {

    /** What becomes of one text; null where nothing was. */
    @FunctionalInterface
    public interface Exchange {
        String exchanged(String type, String field, String person, String text);
    }

    /**
     * A marked component.
     *
     * @param persons indexes of the components that name the person, in the order in which they are asked
     */
    private record Field(int index, String name, int[] persons) {}

    private static final ClassValue<PersonalFields> KNOWN = new ClassValue<>() {
        @Override
        protected PersonalFields computeValue(Class<?> event) {
            return new PersonalFields(event);
        }
    };

    private final String type;
    private final List<Field> fields = new ArrayList<>();
    private final List<String> allNames;
    private final List<MethodHandle> components = new ArrayList<>();
    private @Nullable MethodHandle constructor;

    private PersonalFields(Class<?> event) {
        StoredAs storedAs = event.getAnnotation(StoredAs.class);
        type = storedAs == null ? "" : storedAs.value();
        List<RecordComponent> all =
                storedAs == null || !event.isRecord() ? List.of() : List.of(event.getRecordComponents());
        allNames = all.stream().map(RecordComponent::getName).toList();
        for (int index = 0; index < all.size(); index++) {
            Personal personal = all.get(index).getAnnotation(Personal.class);
            if (personal != null) {
                fields.add(field(all, index, personal));
            }
        }
        if (!fields.isEmpty()) {
            reach(event, all);
        }
    }

    private static Field field(List<RecordComponent> all, int index, Personal personal) {
        RecordComponent marked = all.get(index);
        if (marked.getType() != String.class) {
            throw new IllegalStateException(marked + " is personal and no text");
        }
        List<String> names = all.stream().map(RecordComponent::getName).toList();
        int[] persons = Arrays.stream(personal.of()).mapToInt(names::indexOf).toArray();
        if (persons.length == 0 || Arrays.stream(persons).anyMatch(at -> at < 0)) {
            throw new IllegalStateException(marked + " is of a person whom the event doesn't name");
        }
        return new Field(index, marked.getName(), persons);
    }

    private void reach(Class<?> event, List<RecordComponent> all) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?>[] types = all.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            for (RecordComponent component : all) {
                components.add(lookup.unreflect(component.getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class)));
            }
            constructor = lookup.findConstructor(event, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(event + " can't be read", e);
        }
    }

    /** Those of a class; none for whatever isn't an event. */
    public static PersonalFields of(Class<?> event) {
        return KNOWN.get(event);
    }

    /** The names of the marked components, in the order of their declaration. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /**
     * Where the personal text of a stored event stands.
     *
     * @param field one of {@link #names}
     * @param component the text of a component by its name, null where it's absent
     * @throws IllegalArgumentException for a field that isn't personal
     */
    public Place place(String field, Function<String, @Nullable String> component) {
        Field marked = fields.stream()
                .filter(it -> it.name.equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(field + " isn't personal in " + type));
        String person = Arrays.stream(marked.persons)
                .mapToObj(allNames::get)
                .map(component)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return Place.of(type, field, person);
    }

    /** The event with other texts in its personal fields; the same object if it has none. */
    public Object exchange(Object event, Exchange exchange) {
        MethodHandle made = constructor;
        if (made == null) {
            return event;
        }
        Object[] values = values(event);
        boolean any = false;
        for (Field field : fields) {
            if (values[field.index] instanceof String text) {
                values[field.index] = exchange.exchanged(type, field.name, person(field, values), text);
                any = true;
            }
        }
        return any ? call(made, values) : event;
    }

    /** Whether no personal text of the event is in the open. */
    public boolean areSealed(Object event) {
        if (fields.isEmpty()) {
            return true;
        }
        Object[] values = values(event);
        return fields.stream()
                .allMatch(field -> !(values[field.index] instanceof String text)
                        || text.equals(SealedText.ERASED)
                        || SealedText.isOf(text, type, field.name, person(field, values)));
    }

    private String person(Field field, Object[] values) {
        for (int index : field.persons) {
            if (values[index] instanceof String person) {
                return person;
            }
        }
        throw new IllegalStateException("an event of type " + type + " names no person");
    }

    private Object[] values(Object event) {
        Object[] values = new Object[components.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = call(components.get(index), event);
        }
        return values;
    }

    private static Object call(MethodHandle handle, Object argument) {
        try {
            return (Object) handle.invokeExact(argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(MethodHandle handle, Object[] arguments) {
        try {
            return (Object) handle.invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
