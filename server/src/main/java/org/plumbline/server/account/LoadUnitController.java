package org.plumbline.server.account;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Lets a person choose kilograms or pounds. */
@Controller
class LoadUnitController {
    private final Lifters lifters;

    LoadUnitController(Lifters lifters) {
        this.lifters = lifters;
    }

    @PostMapping("/account/load-unit")
    String choose(@RequestParam("unit") String unit) {
        try {
            lifters.chooseLoadUnit(LoadUnit.ofSymbol(unit));
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, unknown.getMessage(), unknown);
        }
        return "redirect:/sets";
    }
}
