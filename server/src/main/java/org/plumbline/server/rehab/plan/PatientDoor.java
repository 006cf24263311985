package org.plumbline.server.rehab.plan;

import java.util.UUID;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.RecordAccess;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.account.ServerPurpose;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The one way into a person's plan: open only where this server is a clinic's, and to those the person shares it with. */
@Component
public class PatientDoor {
    private final ServerPurpose purpose;
    private final RecordAccess access;

    PatientDoor(ServerPurpose purpose, RecordAccess access) {
        this.purpose = purpose;
        this.access = access;
    }

    /** Ends the request where this server is no clinic's. */
    public void needClinic() {
        purpose.needClinic();
    }

    /** The person whose plan is about to be read. */
    public Person read(Person me, UUID id, String what) {
        purpose.needClinic();
        return access.read(me, id, RecordKind.REHAB, what);
    }

    /** The person whose plan is about to be changed. */
    public Person work(Person me, UUID id, String what) {
        purpose.needClinic();
        return access.work(me, id, RecordKind.REHAB, what);
    }

    /** Whether the viewer may see pain; nothing is written down. */
    public boolean seesPain(Person me, UUID id) {
        return access.mayRead(me, id, RecordKind.PAIN);
    }

    /** Whether the viewer may see single sets; nothing is written down. */
    public boolean seesForm(Person me, UUID id) {
        return access.mayRead(me, id, RecordKind.FORM);
    }

    /** Notes that pain was read. */
    public void readPain(Person me, UUID id) {
        access.read(me, id, RecordKind.PAIN, "pain_log");
    }

    /** Notes that sets were read. */
    public void readForm(Person me, UUID id) {
        access.read(me, id, RecordKind.FORM, "set");
    }

    /** Whether sets are shown to the viewer to choose from; where they are, it is noted that they were read. */
    public boolean offersSets(Person me, UUID id) {
        boolean offers = !me.id().equals(id) && me.is(Role.THERAPIST) && seesForm(me, id);
        if (offers) {
            readForm(me, id);
        }
        return offers;
    }

    /**
     * Ends the request where the viewer may not read sets; notes that one was read where they may.
     *
     * @param field the field in which the set was chosen
     * @throws RefusedException where sets are not shared with the viewer
     */
    public void needForm(Person me, UUID id, String field) {
        if (!seesForm(me, id)) {
            throw new RefusedException(field, Words.say("plan.fault.sets.not.shared"));
        }
        readForm(me, id);
    }

    /**
     * Ends the request where evidence of a kind is of a part of the record that the viewer may not read; notes that it was read where
     * they may.
     *
     * @throws RefusedException where that part is not shared with the viewer
     */
    void needShared(Person me, UUID id, Criterion.EvidenceKind kind) {
        if (kind == Criterion.EvidenceKind.SET) {
            needForm(me, id, "subject");
        } else if (kind == Criterion.EvidenceKind.PAIN) {
            if (!seesPain(me, id)) {
                throw new RefusedException("subject", Words.say("plan.fault.pain.not.shared"));
            }
            readPain(me, id);
        }
    }

    /** What every page of a person shows. */
    public void frame(Model model, Person me, Person patient, String tab) {
        boolean own = me.id().equals(patient.id());
        model.addAttribute("nav", own ? "plan" : "patients");
        model.addAttribute("patient", patient);
        model.addAttribute("tab", tab);
        model.addAttribute("say", new PlanSay(me.loadUnit()));
        model.addAttribute("mayWork", !own && me.is(Role.THERAPIST));
        model.addAttribute("seesPain", seesPain(me, patient.id()));
        model.addAttribute("seesForm", seesForm(me, patient.id()));
        if (!model.containsAttribute("state")) {
            model.addAttribute("state", FormState.FRESH);
        }
    }
}
