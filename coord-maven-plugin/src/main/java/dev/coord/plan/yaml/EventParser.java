package dev.coord.plan.yaml;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Jackson's parser with its guesses switched off: every scalar stays the text it is, and the event
 * behind each token can be asked for what Jackson would drop (style, anchor, tag, alias).
 */
final class EventParser extends YAMLParser {
  private int events;

  private EventParser(IOContext context, int features, int yamlFeatures, Reader reader) {
    super(context, features, yamlFeatures, new LoaderOptions(), null, reader);
  }

  static EventParser of(String text) {
    try {
      return (EventParser) new Factory().createParser(new StringReader(text));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The event of the current token. */
  Event event() {
    return _lastEvent;
  }

  /** How many events were read, beginnings and ends included. */
  int events() {
    return events;
  }

  /** Where the last event begins; the beginning of the text when there was none. */
  int reached() {
    Mark mark = _lastEvent == null ? null : _lastEvent.getStartMark();
    return mark == null ? 0 : mark.getIndex();
  }

  @Override
  protected Event getEvent() throws IOException {
    Event event = super.getEvent();
    if (event != null) {
      events++;
      if (_parsingContext.inObject() && _currToken != JsonToken.FIELD_NAME && !canBeKey(event)) {
        throw new CollectionAsKeyException(event.getStartMark());
      }
    }
    return event;
  }

  private static boolean canBeKey(Event event) {
    return event.is(Event.ID.Scalar) || event.is(Event.ID.MappingEnd);
  }

  @Override
  protected JsonToken _decodeScalar(ScalarEvent scalar) {
    _textValue = scalar.getValue();
    return JsonToken.VALUE_STRING;
  }

  /** A list, a map or an alias stands where a key should. */
  static final class CollectionAsKeyException extends IOException {
    private final transient Mark mark;

    CollectionAsKeyException(Mark mark) {
      this.mark = mark;
    }

    Mark mark() {
      return mark;
    }
  }

  private static final class Factory extends YAMLFactory {
    @Override
    protected YAMLParser _createParser(Reader reader, IOContext context) {
      return new EventParser(context, _parserFeatures, _yamlParserFeatures, reader);
    }
  }
}
