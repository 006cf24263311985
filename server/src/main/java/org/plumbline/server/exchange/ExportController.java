package org.plumbline.server.exchange;

import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Gives a person everything that is kept of them. */
@Controller
class ExportController {
    private final PersonExport export;

    ExportController(PersonExport export) {
        this.export = export;
    }

    @GetMapping({"/account/export", "/api/account/export"})
    ResponseEntity<StreamingResponseBody> export(@SignedIn Person me) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("plumbline-record.zip")
                                .build()
                                .toString())
                .body(out -> export.write(me, out));
    }
}
