package org.plainfact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTest {
    private static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("/x"), "permission denied: /x"),
                Arguments.of(new NoSuchFileException("/x"), "no such file: /x"),
                Arguments.of(new FileAlreadyExistsException("/x"), "exists already: /x"),
                Arguments.of(new DirectoryNotEmptyException("/x"), "the folder is not empty: /x"),
                Arguments.of(new NotDirectoryException("/x"), "not a folder: /x"),
                Arguments.of(new FileSystemException("/x", null, "Input/output error"), "/x: Input/output error"));
    }

    /** Where the JDK says the path alone, its kind is the cause. */
    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_of_the_machine_is_told_with_path_and_cause(IOException fault, String words) {
        assertThat(Fault.words(fault)).isEqualTo(words);
    }
}
