package org.plainfact.bake;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/** Exchange of two folders in one step, which Java itself cannot do. */
final class Exchange {
    private static final int CURRENT_FOLDER = -100;
    private static final int RENAME_EXCHANGE = 2;

    private Exchange() {}

    /**
     * Exchanges two folders in one step, as only Linux can; false where the system or file system cannot. Neither
     * folder has changed then.
     */
    static boolean atomically(Path one, Path other) {
        Optional<MethodHandle> rename = renameat2();
        if (rename.isEmpty()) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            int result = (int) rename.get()
                    .invokeExact(
                            CURRENT_FOLDER,
                            arena.allocateFrom(one.toString()),
                            CURRENT_FOLDER,
                            arena.allocateFrom(other.toString()),
                            RENAME_EXCHANGE);
            return result == 0;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("renameat2", e);
        }
    }

    @SuppressWarnings("restricted") // The launcher allows native access; without it two steps do.
    private static Optional<MethodHandle> renameat2() {
        Linker linker = Linker.nativeLinker();
        try {
            return linker.defaultLookup()
                    .find("renameat2")
                    .map(address -> linker.downcallHandle(
                            address,
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT)));
        } catch (IllegalCallerException e) {
            return Optional.empty();
        }
    }
}
