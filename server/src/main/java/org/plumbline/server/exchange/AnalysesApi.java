package org.plumbline.server.exchange;

import java.util.List;
import java.util.UUID;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.AnalysisBusyException;
import org.plumbline.server.training.CorrectionRefusedException;
import org.plumbline.server.training.EarlierAnalysis;
import org.plumbline.server.training.Reanalysis;
import org.plumbline.server.training.SetAccess;
import org.plumbline.server.web.NothingHere;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Analyses a set again with the present software, and gives what was found before. */
@RestController
@RequestMapping("/api/sets/{set}/analyses")
class AnalysesApi {
    private final Reanalysis reanalysis;
    private final SetAccess access;

    AnalysesApi(Reanalysis reanalysis, SetAccess access) {
        this.reanalysis = reanalysis;
        this.access = access;
    }

    @GetMapping
    List<EarlierAnalysis> all(@PathVariable UUID set, @SignedIn Person me) {
        access.read(me, set);
        return reanalysis.earlier(set);
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    String one(@PathVariable UUID set, @PathVariable UUID id, @SignedIn Person me) {
        access.read(me, set);
        return reanalysis.earlier(set, id).map(AnalysisJson::write).orElseThrow(NothingHere::problem);
    }

    @PostMapping
    Reanalysis.Outcome again(@PathVariable UUID set, @SignedIn Person me) {
        access.work(me, set);
        return reanalysis.again(set);
    }

    @ExceptionHandler
    ProblemDetail busy(AnalysisBusyException busy) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, busy.getMessage());
    }

    @ExceptionHandler
    ProblemDetail refused(CorrectionRefusedException refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refused.getMessage());
    }
}
