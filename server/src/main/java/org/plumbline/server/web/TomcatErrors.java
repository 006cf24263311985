package org.plumbline.server.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.Container;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Answers in our way what Tomcat answers by itself: addresses that it does not read, before anything of ours sees them, and
 * failures of the page of errors. Breaks the connection of an answer that broke off.
 */
@Component
class TomcatErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(TomcatErrors.class);
    private static final int FIRST_ERROR = 400;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            @Nullable Container host = context.getParent();
            if (host instanceof StandardHost standard) {
                standard.setErrorReportValveClass(Report.class.getName());
            }
        });
    }

    /** Tomcat makes it by its name. */
    public static final class Report extends ErrorReportValve {
        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            super.invoke(request, response);
            if (BrokenBodies.isBroken(request)) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            }
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            // as Tomcat's own: once an answer was begun, or is somebody else's to give, it stays
            if (response.getStatus() < FIRST_ERROR
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            try {
                @Nullable HttpStatus known = HttpStatus.resolve(response.getStatus());
                HttpStatus status = known == null ? HttpStatus.BAD_REQUEST : known;
                PlainAnswer.write(request.getRequest(), response.getResponse(), status, ErrorPage.what(status));
                response.finishResponse();
            } catch (IOException | RuntimeException gone) {
                LOG.debug("Nobody waits for the answer any more", gone);
            }
        }
    }
}
