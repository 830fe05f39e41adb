package org.sampan.jobs.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// The linkage engine with some of its classes in the place of their plain twins: what it knows of
/// the engine is loaded anew, the twins first.
final class Twin extends ClassLoader {

  private final Path twins;

  private Twin(Path twins) {
    super(Twin.class.getClassLoader());
    this.twins = twins;
  }

  /// A run over rows of a register, its columns' names first.
  ///
  /// @param sources a folder with the twins' sources, compiled here; an empty one for the engine as
  ///   it ships
  @SuppressWarnings("unchecked")
  static BiFunction<List<List<String>>, String, List<String>> run(Path sources, Path compiled)
      throws IOException, ReflectiveOperationException {
    List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-cp"));
    arguments.add(System.getProperty("java.class.path"));
    arguments.addAll(List.of("-d", Files.createDirectories(compiled).toString()));
    try (Stream<Path> files = Files.list(sources)) {
      files.map(Path::toString).forEach(arguments::add);
    }
    int refused =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (refused != 0) {
      throw new IllegalStateException("no twin compiles in " + sources);
    }
    Class<?> run = new Twin(compiled).loadClass(TwinRun.class.getName());
    return (BiFunction<List<List<String>>, String, List<String>>)
        run.getDeclaredConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean anew = name.startsWith("org.sampan.linkage.") || name.equals(TwinRun.class.getName());
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : anew ? findClass(name) : super.loadClass(name, resolve);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    Path twin = twins.resolve(file);
    try (InputStream in =
        Files.exists(twin) ? Files.newInputStream(twin) : getResourceAsStream(file)) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }
}
