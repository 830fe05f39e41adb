/// What an interview shows, by published indicator sets.
///
/// An *indicator set* is versioned data: *indicators* in six *dimensions* (recruitment by deceit,
/// by coercion, by abuse of vulnerability; exploitation; coercion and abuse of vulnerability at the
/// destination), each with a *strength* and a *standing* that says how far that strength is
/// checked. An *answer* is yes, no or unknown; a missing answer means not asked, and neither is
/// ever a no. A dimension is *positive* by one of four *alternatives*; a *reading* joins the
/// dimensions. For a child, or when age is in doubt, the act and exploitation are enough (Palermo
/// 3(c)). Rules: a *finding* says "possible", never a verdict; it names its set, version and
/// reading, the answers it rests on and what is still open; it is never a reason to refuse first
/// help. Use [IndicatorSets], [Answers], [Screening] and [Texts]; source: ILO/EC 2009, Palermo
/// Protocol.
@NullMarked
package org.sampan.screening;

import org.jspecify.annotations.NullMarked;
