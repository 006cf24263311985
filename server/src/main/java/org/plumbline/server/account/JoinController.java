package org.plumbline.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.ServerPurpose.Purpose;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and the pages behind one-time links: first start, invitation, new password. */
@Controller
class JoinController {
    private final Invitations invitations;
    private final People people;
    private final ServerPurpose purpose;
    private final SignIn signIn;

    JoinController(Invitations invitations, People people, ServerPurpose purpose, SignIn signIn) {
        this.invitations = invitations;
        this.people = people;
        this.purpose = purpose;
        this.signIn = signIn;
    }

    @GetMapping("/sign-in")
    String signIn(
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable String wait,
            @RequestParam(required = false) @Nullable String out,
            @RequestParam(required = false) @Nullable String erased,
            Model model) {
        model.addAttribute("refused", wrong != null ? "sign-in.wrong" : wait != null ? "sign-in.wait" : null);
        model.addAttribute("out", out != null);
        model.addAttribute("erased", erased != null);
        return "sign-in";
    }

    @GetMapping("/join/{secret}")
    String open(@PathVariable String secret, Model model) {
        Optional<OneTimeLink> link = invitations.open(secret);
        if (link.isEmpty()) {
            return "join-closed";
        }
        model.addAttribute("typed", new NewAccount(null, null, null, false, null));
        return page(secret, link.get(), model);
    }

    private String page(String secret, OneTimeLink link, Model model) {
        model.addAttribute("secret", secret);
        if (link.purpose() == OneTimeLink.Purpose.RESET) {
            return "join-reset";
        }
        model.addAttribute("first", link.purpose() == OneTimeLink.Purpose.ADMINISTRATOR);
        model.addAttribute("inviter", askedFor(link).orElse(null));
        model.addAttribute("told", isToldOfSharing(link));
        return "join";
    }

    /** The coach or therapist who invited a lifter, and with whom they are asked to share; empty where it was nobody of that kind. */
    private Optional<Person> askedFor(OneTimeLink link) {
        return Optional.ofNullable(link.madeBy())
                .flatMap(people::find)
                .filter(person -> person.is(Role.COACH) || person.is(Role.THERAPIST))
                .filter(person -> link.roles().contains(Role.LIFTER));
    }

    /** Whether somebody whose record begins was not asked about sharing, and is told of it at first sign-in. */
    private boolean isToldOfSharing(OneTimeLink link) {
        return link.purpose() == OneTimeLink.Purpose.INVITATION
                && link.roles().contains(Role.LIFTER)
                && askedFor(link).isEmpty();
    }

    @PostMapping("/join/{secret}")
    String join(
            @PathVariable String secret,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(defaultValue = "false") boolean adult,
            @RequestParam(required = false) @Nullable String guardian,
            @RequestParam(required = false) @Nullable String house,
            @RequestParam(required = false) String @Nullable [] share,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<OneTimeLink> link = invitations.open(secret);
        if (link.isEmpty()) {
            return "join-closed";
        }
        NewAccount typed = new NewAccount(name, email, password, adult, guardian);
        try {
            Person person = use(secret, link.get(), typed, house, share);
            signIn.begin(person, request, response);
            return "redirect:" + firstPage(link.get());
        } catch (AccountRefusedException refused) {
            model.addAttribute("refused", refused.messageKey());
            model.addAttribute("typed", typed);
            model.addAttribute("house", house);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(secret, link.get(), model);
        }
    }

    /** Where whoever has just made an account is told what to do first. */
    private String firstPage(OneTimeLink link) {
        if (link.purpose() == OneTimeLink.Purpose.ADMINISTRATOR) {
            return "/administration?first";
        }
        return isToldOfSharing(link) ? "/account?first#sharing" : "/";
    }

    private Person use(
            String secret, OneTimeLink link, NewAccount typed, @Nullable String house, String @Nullable [] share) {
        if (link.purpose() == OneTimeLink.Purpose.RESET) {
            return invitations.chooseAnew(secret, typed.password() == null ? "" : typed.password());
        }
        boolean first = link.purpose() == OneTimeLink.Purpose.ADMINISTRATOR;
        if (first && house == null) {
            throw new AccountRefusedException("join.refused.house");
        }
        // before the link is used up: what the form says wrongly must not cost it
        @Nullable Purpose chosen = first ? Purpose.ofWord(String.valueOf(house)) : null;
        Set<RecordKind> kinds = share == null
                ? Set.of()
                : Arrays.stream(share).map(RecordKind::ofWord).collect(Collectors.toSet());
        Person person = invitations.join(secret, typed, kinds);
        if (chosen != null) {
            purpose.choose(chosen);
        }
        return person;
    }
}
