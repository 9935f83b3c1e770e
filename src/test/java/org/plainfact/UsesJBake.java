package org.plainfact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests that bake with JBake in this process. It keeps its document types, engines and model extractors in static fields, and a
 * site may set the locale: two sites cannot be baked at a time.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("JBake")
public @interface UsesJBake {}
