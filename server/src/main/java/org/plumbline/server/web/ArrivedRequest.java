package org.plumbline.server.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request whose body is here already. Fields of a form are read from it as the container would have done. */
public final class ArrivedRequest extends HttpServletRequestWrapper {
    private static final String FORM = "application/x-www-form-urlencoded";
    /** As Tomcat's own {@code maxParameterCount}. */
    private static final int MOST_FIELDS = 1000;

    private final byte[] body;
    private final ServletInputStream stream;
    private @Nullable Map<String, String[]> parameters;

    /** @param body all of it, as it arrived */
    public ArrivedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
        this.stream = new Stream(new ByteArrayInputStream(body));
    }

    /** All of the body, as it arrived. */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public ServletInputStream getInputStream() {
        return stream;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(stream, charset()));
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters == null) {
            Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
            if (isForm()) {
                readForm(all);
            }
            parameters = Collections.unmodifiableMap(all);
        }
        return parameters;
    }

    private boolean isForm() {
        String type = getContentType();
        return "POST".equals(getMethod()) && type != null && type.regionMatches(true, 0, FORM, 0, FORM.length());
    }

    private void readForm(Map<String, String[]> into) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int fields = 0;
        for (int start = 0; start < text.length() && fields < MOST_FIELDS; fields++) {
            int end = text.indexOf('&', start);
            end = end < 0 ? text.length() : end;
            add(text.substring(start, end), into);
            start = end + 1;
        }
    }

    private void add(String field, Map<String, String[]> into) {
        int equals = field.indexOf('=');
        String name;
        String value;
        try {
            name = URLDecoder.decode(equals < 0 ? field : field.substring(0, equals), charset());
            value = equals < 0 ? "" : URLDecoder.decode(field.substring(equals + 1), charset());
        } catch (IllegalArgumentException malformed) {
            // as Tomcat does with a field it cannot decode
            return;
        }
        if (!name.isEmpty()) {
            into.merge(name, new String[] {value}, ArrivedRequest::both);
        }
    }

    private static String[] both(String[] before, String[] more) {
        String[] all = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, all, before.length, more.length);
        return all;
    }

    private Charset charset() {
        String named = getCharacterEncoding();
        try {
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    private static final class Stream extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Stream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, most);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            try {
                listener.onDataAvailable();
                listener.onAllDataRead();
            } catch (IOException failed) {
                listener.onError(failed);
            }
        }
    }
}
