package org.plumbline.server.live;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.SignedIn;
import org.plumbline.server.training.CueMode;
import org.plumbline.server.training.CueSettings;
import org.plumbline.server.training.Cues;
import org.plumbline.server.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the person who asks wants to be spoken to while they lift. */
@RestController
@RequestMapping("/api/live/cues")
class CueApi {
    private final Cues cues;
    private final LiveSets liveSets;
    private final RecordAccess access;

    CueApi(Cues cues, LiveSets liveSets, RecordAccess access) {
        this.cues = cues;
        this.liveSets = liveSets;
        this.access = access;
    }

    /**
     * Settings, and what of the cues is given.
     *
     * @param mode {@code silent, bandwidth, fading}
     * @param tone whether a cue sounds
     * @param vibration whether a cue vibrates, where the device can
     * @param endCue whether "end the set" sounds and vibrates too
     * @param silenced whether a single press has silenced tone and vibration
     * @param restS rest counted after a set, seconds
     * @param share share of repetitions whose cue is given: 1, 0.5 or 0; it follows from the mode, and is not changed otherwise
     */
    record CueChoice(
            @Nullable String mode,
            @Nullable Boolean tone,
            @Nullable Boolean vibration,
            @Nullable Boolean endCue,
            @Nullable Boolean silenced,
            @Nullable Integer restS,
            @Nullable Double share) {}

    @GetMapping
    CueChoice chosen(@SignedIn Person me, @RequestParam(required = false) @Nullable UUID set) {
        return shown(cues.of(me.id()), setOfDay(me, set));
    }

    /** Changes what is named; what is left out stays. */
    @PutMapping
    CueChoice choose(
            @SignedIn Person me, @RequestParam(required = false) @Nullable UUID set, @RequestBody CueChoice choice) {
        int setOfDay = setOfDay(me, set);
        CueSettings before = cues.of(me.id());
        CueSettings after = new CueSettings(
                choice.mode() == null ? before.mode() : CueMode.ofWord(choice.mode()),
                or(choice.tone(), before.tone()),
                or(choice.vibration(), before.vibration()),
                or(choice.endCue(), before.endCue()),
                or(choice.silenced(), before.silenced()),
                or(choice.restS(), before.restS()));
        CueChoice shown = shown(after, setOfDay);
        if (choice.share() != null && !choice.share().equals(shown.share())) {
            throw new IllegalArgumentException(Words.say("live.cues.share"));
        }
        cues.choose(me.id(), after);
        return shown;
    }

    /** Of one's own set; who watches another's hears cues as in the first of a day. */
    private int setOfDay(Person me, @Nullable UUID set) {
        if (set == null) {
            return 1;
        }
        LiveSet live = liveSets.find(set)
                .filter(one -> access.mayRead(me, one.lifter().id(), RecordKind.FORM))
                .orElseThrow(LiveApi::nothing);
        return live.lifter().id().equals(me.id())
                ? cues.setOfDay(set, me.id(), live.plan().exercise())
                : 1;
    }

    private static CueChoice shown(CueSettings settings, int setOfDay) {
        return new CueChoice(
                settings.mode().word(),
                settings.tone(),
                settings.vibration(),
                settings.endCue(),
                settings.silenced(),
                settings.restS(),
                settings.mode().share(setOfDay));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    @ExceptionHandler
    ProblemDetail refused(IllegalArgumentException refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, refused.getMessage());
    }
}
