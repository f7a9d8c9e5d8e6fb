package dev.coord.site.render;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** {@code <@quote>}: sets the mark of a Markdown quotation before each line of its content. */
final class QuoteDirective implements TemplateDirectiveModel {

  @Override
  public void execute(
      Environment environment,
      @SuppressWarnings("rawtypes") Map parameters,
      TemplateModel[] loopVariables,
      TemplateDirectiveBody body)
      throws TemplateException, IOException {
    if (body != null) {
      body.render(new QuotingWriter(environment.getOut()));
    }
  }

  private static final class QuotingWriter extends Writer {
    private final Writer out;
    private boolean lineStart = true;

    QuotingWriter(Writer out) {
      this.out = out;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        char c = buffer[i];
        if (lineStart) {
          out.write(c == '\n' ? ">" : "> ");
        }
        out.write(c);
        lineStart = c == '\n';
      }
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() {
      // The page goes on after the quotation.
    }
  }
}
