package io.jiayou.readmodel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** All read models of this application, by their names. */
public final class Catalogue {

    /** How read models are called. */
    public static final String FORM = "[a-z][a-z0-9]*(?:-[a-z0-9]+)*";

    private static final Pattern NAME = Pattern.compile(FORM);

    private final Map<String, ReadModel<?>> models = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two share a name, or a name isn't in lower case with dashes */
    public Catalogue(List<? extends ReadModel<?>> all) {
        for (ReadModel<?> model : all) {
            if (!NAME.matcher(model.name()).matches()) {
                throw new IllegalArgumentException(model.name() + " isn't a name in lower case with dashes");
            }
            if (models.put(model.name(), model) != null) {
                throw new IllegalArgumentException("Two read models are called " + model.name());
            }
        }
    }

    public Collection<ReadModel<?>> all() {
        return models.values();
    }

    public Optional<ReadModel<?>> named(String name) {
        return Optional.ofNullable(models.get(name));
    }

    /** @throws IllegalArgumentException if there is no such read model */
    public ReadModel<?> ofType(Class<? extends ReadModel<?>> type) {
        return models.values().stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No read model is a " + type.getName()));
    }
}
