package org.plumbline.server.account;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets a person choose kilograms or pounds. */
@Controller
class LoadUnitController {
    private final Lifters lifters;

    LoadUnitController(Lifters lifters) {
        this.lifters = lifters;
    }

    @PostMapping("/account/load-unit")
    String choose(@RequestParam("unit") String unit) {
        lifters.chooseLoadUnit(LoadUnit.ofSymbol(unit));
        return "redirect:/sets";
    }
}
