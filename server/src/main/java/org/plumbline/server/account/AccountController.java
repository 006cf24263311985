package org.plumbline.server.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.StorableText;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own account: name, unit, password, what they share, who has read it, keys for programs, export and erase. */
@Controller
class AccountController {
    private static final int READS = 50;

    private final PersonRepository people;
    private final Sharing sharing;
    private final RecordReadRepository reads;
    private final ApiTokens tokens;
    private final People everybody;
    private final PasswordEncoder encoder;
    private final SignIn signIn;
    private final Throttle throttle;

    AccountController(
            PersonRepository people,
            Sharing sharing,
            RecordReadRepository reads,
            ApiTokens tokens,
            People everybody,
            PasswordEncoder encoder,
            SignIn signIn,
            Throttle throttle) {
        this.people = people;
        this.sharing = sharing;
        this.reads = reads;
        this.tokens = tokens;
        this.everybody = everybody;
        this.encoder = encoder;
        this.signIn = signIn;
        this.throttle = throttle;
    }

    @GetMapping("/account")
    String account(@SignedIn Person me, Model model) {
        model.addAttribute("nav", "account");
        model.addAttribute("email", people.email(me.id()).orElse(null));
        model.addAttribute("shares", sharing.of(me));
        model.addAttribute("others", sharing.othersFor(me));
        model.addAttribute("putBack", sharing.putBack(me).orElse(null));
        model.addAttribute("kinds", RecordKind.values());
        model.addAttribute("tokens", tokens.of(me));
        model.addAttribute("scopes", ApiScope.values());
        return "account";
    }

    @GetMapping("/account/reads")
    String reads(@RequestParam(defaultValue = "0") int from, @SignedIn Person me, Model model) {
        int first = Math.max(0, from);
        List<RecordRead> found = reads.readsOf(me.id(), READS + 1, first);
        model.addAttribute("nav", "account");
        model.addAttribute("reads", found.stream().limit(READS).toList());
        model.addAttribute("older", found.size() > READS ? first + READS : null);
        model.addAttribute("newer", first > 0 ? Math.max(0, first - READS) : null);
        return "account-reads";
    }

    @PostMapping("/account/name")
    String rename(@RequestParam String name, @SignedIn Person me, RedirectAttributes redirect) {
        if (!StorableText.isName(name, NewAccount.NAME_LETTERS)) {
            redirect.addFlashAttribute("noticeKey", "join.refused.name");
        } else {
            people.setName(me.id(), name.strip());
        }
        return "redirect:/account";
    }

    @PostMapping("/account/load-unit")
    String chooseUnit(@RequestParam("unit") String unit, @SignedIn Person me, HttpServletRequest request) {
        try {
            people.setLoadUnit(me.id(), LoadUnit.ofSymbol(unit));
        } catch (IllegalArgumentException unknown) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, unknown.getMessage(), unknown);
        }
        String from = request.getParameter("from");
        return "redirect:" + (from != null && from.matches("/[a-z-]+") ? from : "/account");
    }

    @PostMapping("/account/password")
    String changePassword(
            @RequestParam String present,
            @RequestParam String password,
            @SignedIn Person me,
            RedirectAttributes redirect,
            HttpServletRequest request) {
        String email = people.email(me.id()).orElse("");
        boolean right = throttle.maySignInAs(email)
                && people.credentials(email)
                        .filter(credentials -> encoder.matches(present, credentials.passwordHash()))
                        .isPresent();
        try {
            if (!right) {
                throw new AccountRefusedException("account.password.wrong");
            }
            NewAccount.checkPassword(password, email);
            people.setPassword(me.id(), String.valueOf(encoder.encode(password)));
            tokens.deleteAll(me.id());
            signIn.end(request);
            return "redirect:/sign-in";
        } catch (AccountRefusedException refused) {
            redirect.addFlashAttribute("noticeKey", refused.messageKey());
            return "redirect:/account#password";
        }
    }

    @PostMapping("/account/tokens")
    String makeToken(
            @RequestParam String name,
            @RequestParam(required = false) String @Nullable [] scope,
            @SignedIn Person me,
            RedirectAttributes redirect) {
        if (!StorableText.isName(name, NewAccount.NAME_LETTERS) || scope == null) {
            redirect.addFlashAttribute("noticeKey", "account.tokens.refused");
        } else {
            Set<ApiScope> scopes = Arrays.stream(scope).map(ApiScope::ofWord).collect(Collectors.toSet());
            redirect.addFlashAttribute("newToken", tokens.make(me, name.strip(), scopes));
        }
        return "redirect:/account#tokens";
    }

    @PostMapping("/account/tokens/{id}/delete")
    String deleteToken(@PathVariable UUID id, @SignedIn Person me) {
        tokens.delete(me, id);
        return "redirect:/account#tokens";
    }

    @GetMapping("/account/erase")
    String askErase(@SignedIn Person me, Model model) {
        model.addAttribute("nav", "account");
        return "account-erase";
    }

    @PostMapping("/account/erase")
    String erase(
            @RequestParam(required = false) @Nullable String confirm,
            @SignedIn Person me,
            RedirectAttributes redirect,
            HttpServletRequest request) {
        if (confirm == null || !confirm.strip().equalsIgnoreCase(me.name())) {
            redirect.addFlashAttribute("noticeKey", "account.erase.unconfirmed");
            return "redirect:/account/erase";
        }
        if (me.is(Role.ADMINISTRATOR) && people.activeAdministrators() <= 1 && !me.sample()) {
            redirect.addFlashAttribute("noticeKey", "account.erase.last");
            return "redirect:/account/erase";
        }
        everybody.erase(me.id());
        signIn.end(request);
        return "redirect:/sign-in?erased";
    }
}
