package org.plainfact.picture;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line may end. The JDK would part a word behind a curved apostrophe, and not behind a straight one. */
final class LineBreaks implements FSTextBreaker {
    private final FSTextBreaker breaks = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.ROOT));

    @Override
    public int next() {
        return breaks.next();
    }

    @Override
    public void setText(String text) {
        breaks.setText(text.replace('\u2019', '\''));
    }
}
