package org.plainfact.memo;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How records of a class are taken apart and put together. */
final class Shape {
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return new Shape(type);
        }
    };

    private final long name;
    private final List<MethodHandle> getters = new ArrayList<>();
    private final MethodHandle constructor;

    private Shape(Class<?> type) {
        this.name =
                Fingerprint.of(type.getName().getBytes(StandardCharsets.UTF_8)).high();
        RecordComponent[] components = type.getRecordComponents();
        try {
            MethodHandles.Lookup inside = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            for (RecordComponent component : components) {
                getters.add(inside.unreflect(component.getAccessor())
                        .asType(MethodType.methodType(Object.class, Record.class)));
            }
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            constructor = inside.findConstructor(type, MethodType.methodType(void.class, types))
                    .asType(MethodType.genericMethodType(types.length))
                    .asSpreader(Object[].class, types.length);
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** Stands for the class. */
    long name() {
        return name;
    }

    int size() {
        return getters.size();
    }

    Object get(int component, Record whole) {
        try {
            return getters.get(component).invokeExact(whole);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(whole.getClass().getName(), e);
        }
    }

    Object[] components(Record whole) {
        Object[] components = new Object[size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = get(i, whole);
        }
        return components;
    }

    Object make(Object[] components) {
        try {
            return constructor.invokeExact(components);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record", e);
        }
    }
}
