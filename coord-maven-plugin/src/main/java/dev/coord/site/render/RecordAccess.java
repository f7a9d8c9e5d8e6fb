package dev.coord.site.render;

import freemarker.ext.beans.ClassMemberAccessPolicy;
import freemarker.ext.beans.MemberAccessPolicy;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Lets templates read the records of this package and nothing else. */
final class RecordAccess implements MemberAccessPolicy {

  @Override
  public ClassMemberAccessPolicy forClass(Class<?> type) {
    boolean view = type.isRecord() && type.getPackage().equals(RecordAccess.class.getPackage());
    return new Members(view);
  }

  @Override
  public boolean isToStringAlwaysExposed() {
    return false;
  }

  private record Members(boolean view) implements ClassMemberAccessPolicy {
    @Override
    public boolean isMethodExposed(Method method) {
      return view && method.getParameterCount() == 0;
    }

    @Override
    public boolean isConstructorExposed(Constructor<?> constructor) {
      return false;
    }

    @Override
    public boolean isFieldExposed(Field field) {
      return false;
    }
  }
}
