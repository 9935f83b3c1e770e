package org.plainfact.jbake;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.DefaultMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import freemarker.template.Configuration;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;

/**
 * What templates may call of the objects that they see. JBake shows them whole objects; from each of those there is a way to
 * classes, and from classes to files. Freemarker's own list of what is safe leaves some of these ways open.
 */
final class Exposure implements MemberAccessPolicy {
    private static final MemberAccessPolicy USUAL = DefaultMemberAccessPolicy.getInstance(Configuration.VERSION_2_3_35);
    private static final List<String> CLOSED =
            List.of("java.lang.reflect.", "java.lang.invoke.", "java.security.", "java.net.", "java.nio.", "java.io.");
    private static final List<Class<?>> NOTHING =
            List.of(ClassLoader.class, Module.class, Package.class, Thread.class, Runtime.class, Process.class);
    private static final Set<String> OF_A_CLASS = Set.of("getName", "getSimpleName", "toString");
    private static final Set<String> OF_A_FILE =
            Set.of("getName", "getPath", "getAbsolutePath", "getParent", "toString", "isAbsolute");

    @Override
    public ClassMemberAccessPolicy forClass(Class<?> type) {
        ClassMemberAccessPolicy usual = USUAL.forClass(type);
        boolean file = File.class.isAssignableFrom(type);
        boolean closed = NOTHING.stream().anyMatch(each -> each.isAssignableFrom(type))
                || CLOSED.stream().anyMatch(type.getName()::startsWith);
        return new ClassMemberAccessPolicy() {
            @Override
            public boolean isMethodExposed(Method method) {
                if (file) {
                    return OF_A_FILE.contains(method.getName());
                }
                if (type == Class.class) {
                    return OF_A_CLASS.contains(method.getName());
                }
                return !closed && usual.isMethodExposed(method);
            }

            @Override
            public boolean isConstructorExposed(Constructor<?> constructor) {
                return false;
            }

            @Override
            public boolean isFieldExposed(Field field) {
                return !closed && !file && type != Class.class && usual.isFieldExposed(field);
            }
        };
    }

    @Override
    public boolean isToStringAlwaysExposed() {
        return true;
    }
}
