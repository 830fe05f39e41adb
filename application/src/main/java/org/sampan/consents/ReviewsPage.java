package org.sampan.consents;

import java.time.Instant;
import java.util.List;
import org.sampan.accounts.Account;
import org.sampan.web.Screen;

/// What went past people's answers and waits for a second judgement, then what was judged lately.
record ReviewsPage(
    List<Overruling> overrulings, Recipients recipients, Account.Id reader, Instant now)
    implements Screen {}
