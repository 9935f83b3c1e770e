package org.plainfact.bake;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainfact.source.SourceSpan;

/**
 * What a template sees of an object: the public methods without parameters that a record, an enum or an interface of
 * this program declares. Components of records are among them. What {@link Object} declares is not, and neither is a
 * place in a source: a page must not differ because a line above moved what it shows.
 */
final class Members {
    private static final String OURS = "org.plainfact.";
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

    /** Filled once for each class; the same content whoever fills it. */
    private static final ClassValue<Map<String, MethodHandle>> BY_CLASS = new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
            return find(type);
        }
    };

    private Members() {}

    /** Whether templates may have objects of a class at all. */
    static boolean shows(Class<?> type) {
        return !visible(type).isEmpty();
    }

    /** By name; empty for a class that templates must not see, or see nothing of. */
    static Map<String, MethodHandle> of(Class<?> type) {
        return BY_CLASS.get(type);
    }

    static @Nullable Object get(Object value, Map<String, MethodHandle> members, String name) {
        MethodHandle member = members.get(name);
        if (member == null) {
            return null;
        }
        try {
            return member.invokeExact(value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name + " of " + value.getClass().getName(), e);
        }
    }

    private static Map<String, MethodHandle> find(Class<?> type) {
        Map<String, MethodHandle> found = new HashMap<>();
        for (Class<?> declaring : visible(type)) {
            for (Method method : declaring.getDeclaredMethods()) {
                if (readable(method)) {
                    found.putIfAbsent(method.getName(), handle(method));
                }
            }
        }
        return Map.copyOf(found);
    }

    /** The record or enum itself where it is public, and the public interfaces above it. */
    private static List<Class<?>> visible(Class<?> type) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            if (at.isRecord() || at.isEnum()) {
                addIfVisible(at, found);
            }
            for (Class<?> above : at.getInterfaces()) {
                addInterfaces(above, found);
            }
        }
        return found;
    }

    private static void addInterfaces(Class<?> type, List<Class<?>> found) {
        addIfVisible(type, found);
        for (Class<?> above : type.getInterfaces()) {
            addInterfaces(above, found);
        }
    }

    private static void addIfVisible(Class<?> type, List<Class<?>> found) {
        if (type.getName().startsWith(OURS) && publicToTheTop(type) && type != SourceSpan.class) {
            found.add(type);
        }
    }

    private static boolean publicToTheTop(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getEnclosingClass()) {
            if (!Modifier.isPublic(at.getModifiers())) {
                return false;
            }
        }
        return true;
    }

    private static boolean readable(Method method) {
        return method.getParameterCount() == 0
                && Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers())
                && method.getReturnType() != void.class
                && method.getReturnType() != SourceSpan.class
                && !method.isSynthetic()
                && !method.getName().equals("hashCode")
                && !method.getName().equals("toString");
    }

    private static MethodHandle handle(Method method) {
        try {
            return LOOKUP.unreflect(method).asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }
}
