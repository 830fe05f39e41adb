package org.sampan.consents;

import java.time.LocalDate;
import java.util.List;
import org.sampan.web.Screen;

/// All her answers, and what went past them.
record ConsentsPage(
    PersonId person,
    Care.InCare care,
    List<Consent> consents,
    List<Overruling> overrulings,
    Recipients recipients,
    boolean mayRecord,
    LocalDate today)
    implements Screen {}
