import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes a copy of compiled classes that starts faster: {@code Desugar FROM TO}.
 *
 * <p>A goal runs once in a cold JVM. There, each lambda makes the JVM spin a class of its own when
 * it is first reached, some 2,500 in a run of coord, and each record whose {@code equals} or {@code
 * hashCode} is called makes it put together a tree of method handles. In the copy, the lambdas of a
 * top-level class and of all that is nested in it share one class, its {@code $Lambdas}: an object
 * of it holds the number of the lambda and what that captured, and its methods switch by the
 * number. {@code equals} and {@code hashCode} of records are plain code, which computes what {@code
 * java.lang.runtime.ObjectMethods} of JDK 17 does.
 *
 * <p>What differs: a lambda that captures nothing is a new object each time, and the class of a
 * lambda implements the interfaces of its neighbours, too. Nothing in coord asks for either.
 * Whatever is not understood fails the build.
 *
 * <p>Source of the conversions: the contract of {@code java.lang.invoke.LambdaMetafactory}.
 */
public final class Desugar {

  private static final Type OBJECT = Type.getType(Object.class);
  private static final String VALUE = OBJECT.getDescriptor();

  private final SortedMap<String, ClassNode> classes = new TreeMap<>();

  /** The lambdas of each nest, by its host, with their numbers. */
  private final SortedMap<String, Map<Lambda, Integer>> nests = new TreeMap<>();

  /**
   * A lambda or method reference.
   *
   * @param captures what is captured, and as the result the functional interface
   * @param name the interface's method
   * @param erased that method's parameters and result
   * @param body what is called
   * @param actual the parameters and the result as they are where the lambda stands
   */
  private record Lambda(Type captures, String name, Type erased, Handle body, Type actual) {

    static Lambda of(InvokeDynamicInsnNode call) {
      return new Lambda(
          Type.getMethodType(call.desc),
          call.name,
          (Type) call.bsmArgs[0],
          (Handle) call.bsmArgs[1],
          (Type) call.bsmArgs[2]);
    }

    String functionalInterface() {
      return captures.getReturnType().getInternalName();
    }

    /** The descriptor of what makes its object of captures and number. */
    String factory() {
      StringBuilder text = new StringBuilder("(");
      for (Type type : captures.getArgumentTypes()) {
        text.append(isPrimitive(type) ? type.getDescriptor() : VALUE);
      }
      return text.append("I)").append(captures.getReturnType().getDescriptor()).toString();
    }
  }

  public static void main(String[] args) throws IOException {
    new Desugar().copy(Path.of(args[0]), Path.of(args[1]));
  }

  private void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (file.toString().endsWith(".class")) {
          ClassNode node = new ClassNode();
          new ClassReader(Files.readAllBytes(file)).accept(node, 0);
          classes.put(node.name, node);
        } else {
          Files.write(copy, Files.readAllBytes(file));
        }
      }
    }
    classes.values().forEach(this::rewrite);
    nests.forEach((host, lambdas) -> write(to, holder(host), holder(host, lambdas)));
    classes.forEach((name, node) -> write(to, name, bytes(node)));
  }

  private static void write(Path to, String name, byte[] bytes) {
    try {
      Files.write(to.resolve(name + ".class"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(ClassNode node) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    node.accept(writer);
    return writer.toByteArray();
  }

  // What refers to a lambda or is a record

  private void rewrite(ClassNode node) {
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode instruction : method.instructions.toArray()) {
        if (instruction instanceof InvokeDynamicInsnNode call) {
          switch (call.bsm.getOwner() + "." + call.bsm.getName()) {
            case "java/lang/invoke/LambdaMetafactory.metafactory" -> lambda(node, method, call);
            case "java/lang/runtime/ObjectMethods.bootstrap" -> objectMethod(node, method, call);
            default -> throw new IllegalStateException(node.name + ": what is " + call.bsm + "?");
          }
        }
      }
    }
  }

  private void lambda(ClassNode node, MethodNode method, InvokeDynamicInsnNode call) {
    String host = node.nestHostClass == null ? node.name : node.nestHostClass;
    Map<Lambda, Integer> nest = nests.computeIfAbsent(host, this::nest);
    Lambda lambda = Lambda.of(call);
    nest.putIfAbsent(lambda, nest.size());
    InsnList direct = new InsnList();
    direct.add(new LdcInsnNode(nest.get(lambda)));
    direct.add(
        new MethodInsnNode(
            Opcodes.INVOKESTATIC, holder(host), "of", lambda.factory(), /* isInterface= */ false));
    method.instructions.insertBefore(call, direct);
    method.instructions.remove(call);
  }

  /** Takes the class of the lambdas into the nest: they may use what is private there. */
  private Map<Lambda, Integer> nest(String host) {
    if (classes.containsKey(holder(host))) {
      throw new IllegalStateException(holder(host) + " is there already");
    }
    ClassNode node = classes.get(host);
    if (node.nestMembers == null) {
      node.nestMembers = new ArrayList<>();
    }
    node.nestMembers.add(holder(host));
    return new LinkedHashMap<>();
  }

  private static String holder(String host) {
    return host + "$Lambdas";
  }

  private static void objectMethod(ClassNode node, MethodNode method, InvokeDynamicInsnNode call) {
    List<Handle> fields = new ArrayList<>();
    for (int i = 2; i < call.bsmArgs.length; i++) {
      fields.add((Handle) call.bsmArgs[i]);
    }
    if (call.name.equals("toString")) {
      return; // Is for messages that hardly anybody sees.
    }
    method.instructions.clear();
    method.localVariables = null;
    if (call.name.equals("hashCode")) {
      hashCode(method, fields);
    } else {
      equality(method, node.name, fields);
    }
  }

  private static void hashCode(MethodVisitor code, List<Handle> fields) {
    code.visitInsn(Opcodes.ICONST_0);
    for (Handle field : fields) {
      code.visitIntInsn(Opcodes.BIPUSH, 31);
      code.visitInsn(Opcodes.IMUL);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, field.getOwner(), field.getName(), field.getDesc());
      Type type = Type.getType(field.getDesc());
      String owner = isPrimitive(type) ? Wrapper.of(type).type : "java/util/Objects";
      String parameter = isPrimitive(type) ? type.getDescriptor() : VALUE;
      code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "hashCode", "(" + parameter + ")I", false);
      code.visitInsn(Opcodes.IADD);
    }
    code.visitInsn(Opcodes.IRETURN);
  }

  private static void equality(MethodVisitor code, String name, List<Handle> fields) {
    Label another = new Label();
    Label different = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitJumpInsn(Opcodes.IF_ACMPNE, another);
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(another);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.INSTANCEOF, name);
    code.visitJumpInsn(Opcodes.IFEQ, different);
    for (Handle field : fields) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name, field.getName(), field.getDesc());
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitTypeInsn(Opcodes.CHECKCAST, name);
      code.visitFieldInsn(Opcodes.GETFIELD, name, field.getName(), field.getDesc());
      unlessEqual(code, Type.getType(field.getDesc()), different);
    }
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(different);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitInsn(Opcodes.ICONST_0);
    code.visitInsn(Opcodes.IRETURN);
  }

  private static void unlessEqual(MethodVisitor code, Type type, Label different) {
    switch (type.getSort()) {
      case Type.BOOLEAN, Type.CHAR, Type.BYTE, Type.SHORT, Type.INT ->
          code.visitJumpInsn(Opcodes.IF_ICMPNE, different);
      case Type.LONG, Type.FLOAT, Type.DOUBLE -> {
        String two = "(" + type.getDescriptor().repeat(2) + ")I";
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC, Wrapper.of(type).type, "compare", two, /* isInterface= */ false);
        code.visitJumpInsn(Opcodes.IFNE, different);
      }
      default -> {
        String two = "(" + VALUE.repeat(2) + ")Z";
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Objects", "equals", two, false);
        code.visitJumpInsn(Opcodes.IFEQ, different);
      }
    }
  }

  // The class of the lambdas of a nest

  private static byte[] holder(String host, Map<Lambda, Integer> lambdas) {
    String name = holder(host);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
        name,
        null,
        OBJECT.getInternalName(),
        lambdas.keySet().stream()
            .map(Lambda::functionalInterface)
            .distinct()
            .sorted()
            .toArray(String[]::new));
    writer.visitNestHost(host);
    int values =
        lambdas.keySet().stream()
            .mapToInt(lambda -> lambda.captures().getArgumentTypes().length)
            .max()
            .orElseThrow();
    constructor(writer, name, values);
    lambdas.keySet().stream()
        .map(Lambda::factory)
        .distinct()
        .sorted()
        .forEach(descriptor -> factory(writer, name, descriptor, values));
    SortedMap<String, List<Lambda>> methods = new TreeMap<>();
    for (Lambda lambda : lambdas.keySet()) {
      methods
          .computeIfAbsent(lambda.name() + lambda.erased(), any -> new ArrayList<>())
          .add(lambda);
    }
    methods.values().forEach(same -> method(writer, name, same, lambdas));
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static String constructor(int values) {
    return "(I" + VALUE.repeat(values) + ")V";
  }

  private static void constructor(ClassWriter writer, String name, int values) {
    int field = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
    writer.visitField(field, "number", "I", null, null);
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PRIVATE, "<init>", constructor(values), null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL, OBJECT.getInternalName(), "<init>", "()V", /* isInterface= */ false);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ILOAD, 1);
    code.visitFieldInsn(Opcodes.PUTFIELD, name, "number", "I");
    for (int i = 0; i < values; i++) {
      writer.visitField(field, "value" + i, VALUE, null, null);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, 2 + i);
      code.visitFieldInsn(Opcodes.PUTFIELD, name, "value" + i, VALUE);
    }
    code.visitInsn(Opcodes.RETURN);
    end(code);
  }

  private static void factory(ClassWriter writer, String name, String descriptor, int values) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_STATIC, "of", descriptor, null, null);
    Type[] types = Type.getArgumentTypes(descriptor);
    int captures = types.length - 1;
    int number = 0;
    for (int i = 0; i < captures; i++) {
      number += types[i].getSize();
    }
    code.visitCode();
    code.visitTypeInsn(Opcodes.NEW, name);
    code.visitInsn(Opcodes.DUP);
    code.visitVarInsn(Opcodes.ILOAD, number);
    int at = 0;
    for (int i = 0; i < values; i++) {
      if (i < captures) {
        code.visitVarInsn(types[i].getOpcode(Opcodes.ILOAD), at);
        convert(code, types[i], OBJECT);
        at += types[i].getSize();
      } else {
        code.visitInsn(Opcodes.ACONST_NULL);
      }
    }
    code.visitMethodInsn(
        Opcodes.INVOKESPECIAL, name, "<init>", constructor(values), /* isInterface= */ false);
    code.visitInsn(Opcodes.ARETURN);
    end(code);
  }

  /** A method of an interface, for all lambdas that are one of its kind. */
  private static void method(
      ClassWriter writer, String name, List<Lambda> same, Map<Lambda, Integer> numbers) {
    Lambda first = same.get(0);
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, first.name(), first.erased().getDescriptor(), null, null);
    code.visitCode();
    // The first is what is left: no object has the number of another method's lambda.
    Label[] labels = same.stream().skip(1).map(any -> new Label()).toArray(Label[]::new);
    if (labels.length > 0) {
      int[] keys = same.stream().skip(1).mapToInt(numbers::get).toArray();
      Label other = new Label();
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name, "number", "I");
      code.visitLookupSwitchInsn(other, keys, labels);
      code.visitLabel(other);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
    call(code, name, first);
    for (int i = 0; i < labels.length; i++) {
      code.visitLabel(labels[i]);
      code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
      call(code, name, same.get(i + 1));
    }
    end(code);
  }

  private static void call(MethodVisitor code, String name, Lambda lambda) {
    Handle body = lambda.body();
    String owner = body.getOwner();
    boolean constructs = body.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    List<Type> wanted = new ArrayList<>(List.of(Type.getArgumentTypes(body.getDesc())));
    if (constructs) {
      code.visitTypeInsn(Opcodes.NEW, owner);
      code.visitInsn(Opcodes.DUP);
    } else if (body.getTag() != Opcodes.H_INVOKESTATIC) {
      wanted.add(0, Type.getObjectType(owner));
    }
    Type[] captures = lambda.captures().getArgumentTypes();
    for (int i = 0; i < captures.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitFieldInsn(Opcodes.GETFIELD, name, "value" + i, VALUE);
      convert(code, OBJECT, captures[i]);
      convert(code, captures[i], wanted.get(i));
    }
    Type[] given = lambda.erased().getArgumentTypes();
    Type[] actual = lambda.actual().getArgumentTypes();
    int at = 1;
    for (int i = 0; i < given.length; i++) {
      code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), at);
      at += given[i].getSize();
      convert(code, given[i], actual[i]);
      convert(code, actual[i], wanted.get(captures.length + i));
    }
    code.visitMethodInsn(
        switch (body.getTag()) {
          case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
          case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
          case Opcodes.H_INVOKEVIRTUAL -> Opcodes.INVOKEVIRTUAL;
          case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
          default -> throw new IllegalStateException("how is " + body + " called?");
        },
        owner,
        body.getName(),
        body.getDesc(),
        body.isInterface());
    Type result = Type.getReturnType(body.getDesc());
    Type returned = lambda.erased().getReturnType();
    if (returned == Type.VOID_TYPE) {
      if (!constructs && result != Type.VOID_TYPE) {
        code.visitInsn(result.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
      } else if (constructs) {
        code.visitInsn(Opcodes.POP);
      }
    } else {
      Type actually = lambda.actual().getReturnType();
      convert(code, constructs ? Type.getObjectType(owner) : result, actually);
      convert(code, actually, returned);
    }
    code.visitInsn(returned.getOpcode(Opcodes.IRETURN));
  }

  private static void end(MethodVisitor code) {
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  // Conversions

  /** Casts, boxes, unboxes and widens. */
  private static void convert(MethodVisitor code, Type from, Type to) {
    if (isPrimitive(from) && isPrimitive(to)) {
      widen(code, from, to);
    } else if (isPrimitive(from)) {
      Wrapper wrapper = Wrapper.of(from);
      String boxing = "(" + from.getDescriptor() + ")L" + wrapper.type + ";";
      code.visitMethodInsn(Opcodes.INVOKESTATIC, wrapper.type, "valueOf", boxing, false);
    } else if (isPrimitive(to)) {
      Wrapper wrapper = Wrapper.named(from).orElse(Wrapper.of(to));
      cast(code, from, Type.getObjectType(wrapper.type));
      String unboxing = "()" + wrapper.primitive.getDescriptor();
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          wrapper.type,
          wrapper.primitive.getClassName() + "Value",
          unboxing,
          false);
      widen(code, wrapper.primitive, to);
    } else {
      cast(code, from, to);
    }
  }

  private static void cast(MethodVisitor code, Type from, Type to) {
    if (!from.equals(to) && !to.equals(OBJECT)) {
      code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
    }
  }

  private static void widen(MethodVisitor code, Type from, Type to) {
    boolean small = from.getSort() <= Type.INT;
    if (from.equals(to) || small && to.getSort() <= Type.INT) {
      return;
    }
    if (small && to.getSort() == Type.LONG) {
      code.visitInsn(Opcodes.I2L);
    } else if (small && to.getSort() == Type.DOUBLE) {
      code.visitInsn(Opcodes.I2D);
    } else if (from.getSort() == Type.LONG && to.getSort() == Type.DOUBLE) {
      code.visitInsn(Opcodes.L2D);
    } else if (from.getSort() == Type.FLOAT && to.getSort() == Type.DOUBLE) {
      code.visitInsn(Opcodes.F2D);
    } else {
      throw new IllegalStateException("how does " + from + " become " + to + "?");
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  /** A primitive type, and the class whose objects hold its values. */
  private enum Wrapper {
    BOOLEAN(Type.BOOLEAN_TYPE, Boolean.class),
    CHAR(Type.CHAR_TYPE, Character.class),
    BYTE(Type.BYTE_TYPE, Byte.class),
    SHORT(Type.SHORT_TYPE, Short.class),
    INT(Type.INT_TYPE, Integer.class),
    LONG(Type.LONG_TYPE, Long.class),
    FLOAT(Type.FLOAT_TYPE, Float.class),
    DOUBLE(Type.DOUBLE_TYPE, Double.class);

    private final Type primitive;
    private final String type;

    Wrapper(Type primitive, Class<?> type) {
      this.primitive = primitive;
      this.type = Type.getInternalName(type);
    }

    static Wrapper of(Type primitive) {
      return Stream.of(values())
          .filter(one -> one.primitive.equals(primitive))
          .findFirst()
          .orElseThrow();
    }

    static Optional<Wrapper> named(Type type) {
      return Stream.of(values()).filter(one -> one.type.equals(type.getInternalName())).findFirst();
    }
  }
}
