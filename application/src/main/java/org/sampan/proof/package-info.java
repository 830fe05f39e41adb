/// What this node hands to outsiders as proof: a case for a court, the log for an auditor.
///
/// Words: a *court file* holds the letters of one case as they were signed, with receipts and the
/// places in the log that prove them; an *asking* is one colleague's wish to have it, with its
/// *ground* and why; the *folder* is the whole log as an auditor checks it without us.
///
/// Rules: four eyes: whoever asked never approves; both must be allowed to see the case; what was
/// approved is those letters and no later one, for a day, and only whoever asked downloads it; why
/// it leaves is sealed under the person's key; a copy that was locked is never handed out; every
/// step is in the audit, and the download with the digest of the very file.
///
/// Others use: nothing.
@ApplicationModule(
    allowedDependencies = {
      "web",
      "audit",
      "vault",
      "accounts",
      "consents",
      "casework",
      "trust",
      "exchange",
      "witnesses",
      "sealing"
    })
@NullMarked
package org.sampan.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
